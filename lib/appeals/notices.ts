import type { Actor } from '@/lib/people/actor';
import {
  type CaseFile,
  causeOf,
  leadOf,
  presentVoices,
  runningClock,
  supervisionOf,
} from './case-file';
import { exclusionOf } from './exclusions';
import { holderAt } from './held-by';
import { type Verb, verbs } from './lifecycle';
import { onePerPerson, voicesOf } from './merged';
import { cardsTheLead, isFirstWhistle, noticesOfCalls } from './notices-of-calls';
import type { NoticeRow } from './records';
import { takersOf, toldToBarred } from './recusal-notices';
import { responsibleOf } from './responsible';
import { openCheck } from './spot-check';
import type { Rules } from './transition';

type Notice = Pick<NoticeRow, 'kind' | 'voiceId' | 'unitId' | 'personId'>;

/**
 * Whom a step is told to. `lead` is the unit that has it after the step, had it before, or answers for it;
 * `owner` the unit with which the cause has just been placed; `holder` who holds the promise; `joiner` the resident
 * who has just joined, to whom the notice brings the link; `asker` the unit that asked for the exclusion the step is about.
 */
// biome-ignore format: one line a verb
const told: Record<Verb, readonly ('voices' | 'joiner' | 'asked' | 'lead' | 'owner' | 'holder' | 'officers' | 'takers' | 'asker')[]> = {
  file: ['voices', 'takers'],
  dispatch: ['lead', 'voices'],
  answer: ['voices'],
  decline: ['voices'],
  sendBack: [],
  redispatch: ['lead', 'voices'],
  accept: ['voices'],
  assign: [],
  contact: ['voices'],
  missContact: ['voices'],
  message: ['lead', 'voices'],
  supplement: ['lead'],
  resolve: ['voices'],
  whistle: ['voices'],
  reportIn: [],
  arrive: [],
  reportBack: ['lead'],
  rateHelp: [],
  redo: ['lead', 'voices'],
  judge: ['lead'],
  interview: ['lead'],
  lapse: ['lead', 'voices'],
  lookBack: ['lead'],
  reopen: ['lead', 'voices'],
  withdraw: ['lead'],
  ask: ['voices'],
  answerQuestion: ['lead'],
  endHold: ['lead', 'voices'],
  askFor: [],
  grant: ['lead', 'voices', 'owner'],
  refuse: ['lead', 'voices'],
  resume: ['lead', 'voices'],
  object: ['lead'],
  rule: ['lead', 'voices'],
  askExclusion: [],
  decideExclusion: ['asker', 'voices'],
  objectExclusion: ['asker'],
  ruleExclusion: ['asker', 'voices'],
  placeCause: ['lead', 'voices', 'owner'],
  answerCause: ['lead', 'voices'],
  join: ['lead', 'joiner'],
  leave: [],
  merge: ['lead', 'voices'],
  unmerge: ['lead', 'voices'],
  supervise: ['lead', 'officers'],
  release: ['lead'],
  takeOn: ['lead', 'voices'],
  card: ['lead', 'holder'],
  recuse: ['voices', 'takers'],
  unrecuse: ['voices', 'takers'],
  entrust: ['voices', 'takers'],
  repromise: ['lead', 'voices'],
  stamp: [],
  consent: [],
  publish: ['voices'],
  unpublish: ['voices'],
  askNeighbours: ['asked'],
  witness: [],
  pick: [],
  recheck: ['lead', 'voices'],
  erase: [],
  askErasure: [],
  annotate: [],
};

/** Steps of which residents are told. */
export const toldToVoices = verbs.filter((verb) =>
  told[verb].some((it) => it === 'voices' || it === 'joiner' || it === 'asked'),
);

/** Rows of the outbox for one step. Nobody is told of what they did themselves. */
export function noticesOf(
  verb: Verb,
  before: CaseFile,
  after: CaseFile,
  actor: Actor,
  rules: Pick<Rules, 'officers' | 'offices'>,
): Notice[] {
  if (verb === 'repromise' && !promiseMoved(before, after)) return [];
  // Whoever is checked hears of it when it is over, not after a first attempt in vain.
  if (verb === 'recheck' && openCheck(after)) return [];
  // Joined into another case or out of it: that other case's residents have no news.
  const moves = before.appeal.status !== after.appeal.status;
  const nobody = { voiceId: null, unitId: null, personId: null };
  const lead = isQuiet(verb, before, after)
    ? undefined
    : (leadOf(after) ?? leadOf(before) ?? responsibleOf(after));
  const ordered = handingOver.includes(verb) && isRaised(before, after);
  const officersToo = ordered ? (['officers'] as const) : [];
  const others = noticesOfCalls(before, after, actor);
  const table = [...told[verb], ...officersToo].flatMap((audience): Notice[] => {
    if (audience === 'lead') {
      const own = actor.kind === 'person' && actor.unitId === lead?.unitId;
      return lead && !own ? [{ ...nobody, kind: verb, unitId: lead.unitId }] : [];
    }
    if (audience === 'owner' || audience === 'holder' || audience === 'asker') {
      const unitId = unitOf[audience](before, after);
      const own = actor.kind === 'person' && actor.unitId === unitId;
      return unitId && !own ? [{ ...nobody, kind: verb, unitId }] : [];
    }
    if (audience === 'officers') {
      const level = supervisionOf(after)?.level;
      return rules.officers
        .filter((it) => it.level === level)
        .filter((it) => !(actor.kind === 'person' && actor.personId === it.personId))
        .map((it) => ({ ...nobody, kind: 'supervise', personId: it.personId }));
    }
    if (audience === 'takers') {
      return takersOf(before, after, rules).map((personId) => ({
        ...nobody,
        kind: verb,
        personId,
      }));
    }
    if (audience === 'asked') {
      return after.askings
        .filter((it) => !before.askings.includes(it) && it.answeredAt === null)
        .map((it) => ({ ...nobody, kind: verb, voiceId: it.voiceId }));
    }
    if (audience === 'joiner') {
      return after.voices
        .filter((it) => it.reach !== 'none' && !before.voices.some((old) => old.id === it.id))
        .map((it) => ({ ...nobody, kind: verb, voiceId: it.id }));
    }
    if ((verb === 'merge' || verb === 'unmerge') && !moves) return [];
    const people = betweenThem.includes(verb) ? presentVoices(after) : voicesOf(after);
    return onePerPerson(after, people)
      .filter((it) => it.reach !== 'none' && !(actor.kind === 'voice' && actor.voiceId === it.id))
      .map((it) => ({ ...nobody, kind: verb, voiceId: it.id }));
  });
  const notices = verb === 'whistle' && !isFirstWhistle(before) ? others : [...table, ...others];
  return notices.filter((it) => !toldToBarred(after, it, rules));
}

const unitOf = {
  owner: newOwner,
  holder: otherHolder,
  /** Whoever asked for what this step decides or objects to, though the case is long with nobody. */
  asker(before: CaseFile, after: CaseFile): string | null {
    const about = after.requests.find((it) => !before.requests.includes(it));
    return (about && exclusionOf(after, about.roundId)?.unitId) ?? null;
  },
};

/** The unit with which a cause has been placed by this step. */
function newOwner(before: CaseFile, after: CaseFile): string | undefined {
  const cause = causeOf(after);
  return before.causes.some((it) => it.id === cause?.id) ? undefined : cause?.unitId;
}

/** Who holds the promise, where it is not the unit that has the case and the card was not a called unit's. */
function otherHolder(before: CaseFile, file: CaseFile): string | null {
  if (!cardsTheLead(before, file)) return null;
  const promise = runningClock(file, 'promise');
  const holder = promise && holderAt(file, promise, file.appeal.lastAt)?.unitId;
  return holder && holder !== leadOf(file)?.unitId ? holder : null;
}

/** Between a unit and the residents of the case itself: whoever is merged in reads none of it. */
const betweenThem: readonly Verb[] = ['ask', 'message', 'missContact'];

/** Steps that may bring a case under supervision beside what they do. */
const handingOver: readonly Verb[] = ['sendBack', 'redispatch'];

const isRaised = (before: CaseFile, after: CaseFile): boolean =>
  (supervisionOf(after)?.level ?? 0) > (supervisionOf(before)?.level ?? 0);

/**
 * That a resident said they were pressed is not for the unit: not its order, not its release. A card of a
 * unit that was called is that unit's own.
 */
function isQuiet(verb: Verb, before: CaseFile, after: CaseFile): boolean {
  if (verb === 'card') return !cardsTheLead(before, after);
  const [was, is] = [supervisionOf(before)?.cause, supervisionOf(after)?.cause];
  if (verb === 'supervise') return is === 'pressed' && was !== 'pressed';
  return verb === 'release' && was === 'pressed';
}

/** A new calendar is told of only where it changes what was promised. */
function promiseMoved(before: CaseFile, after: CaseFile): boolean {
  const due = (file: CaseFile) => runningClock(file, 'promise')?.dueAt?.getTime();
  return due(before) !== due(after);
}

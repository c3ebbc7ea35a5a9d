import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/people/actor';
import { type Attachment, attachmentOf } from '@/lib/photos/attachment';
import { pointOf, pointText } from '@/lib/places/point';
import { type Audience, audienceOf, isResident, reading } from '../audience';
import { type CaseFile, hasFiled, leadOf, secondOf } from '../case-file';
import { verbsOpenTo } from '../decide';
import { isVerb, type Status, type Verb } from '../lifecycle';
import { loadCaseFile } from '../load';
import type { Turn } from '../records';
import { standingRecusals } from '../recusals';
import type { Refusal } from '../refusals';
import { responsibleOf } from '../responsible';
import { loadRules } from '../rules';
import { openCheck } from '../spot-check';
import type { Rules } from '../transition';
import { turnsOf } from '../turns';
import { appealIdOf } from './appeal-id';
import { type CallLine, callLines } from './call-lines';
import { fileForCalled, readsRating } from './file-for-called';
import { namesIn } from './names-in';
import { readTold, type Told, type ToldStep } from './told';
import { sees } from './visible';

export interface Named {
  id: string;
  name: string;
  nameEn: string;
}

/** One step as a reader may see it; the words to say it with stand in messages/<locale>/story.json. */
export interface StoryEntry {
  seq: number;
  verb: Verb;
  at: Date;
  round: number;
  by:
    | { kind: 'person'; name: string; unit: Named | null }
    | { kind: 'voice'; self: boolean }
    | { kind: 'system' }
    | { kind: 'import' };
  to: Status;
  /** Structured facts of the event: how, outcome, class, solved, closedAs … */
  facts: Record<string, unknown>;
  /** Units and people the facts name. */
  unit: Named | null;
  betterUnit: Named | null;
  /** The unit with which the cause lies. */
  owner: Named | null;
  /** Helps the lead. */
  second: Named | null;
  /** Called with this step, given a card by it, or passed over by it. */
  units: Named[];
  person: string | null;
  words: Record<string, string>;
  /** Pictures and PDFs that came with it, in the order they were sent. */
  photos: Attachment[];
  assumed: boolean;
  /** Filed by another than the resident who reads it. */
  ofAnother: boolean;
  /** Set when this step began another round: its number and promised date. */
  next: { round: number; promisedAt: Date | null; unit: Named | null } | null;
}

export interface CaseView {
  audience: Audience;
  file: CaseFile;
  detail: {
    title: string;
    what: string;
    place: string;
    /** As `pointText` writes it; null where none was given or this reader may not know it. */
    point: string | null;
    since: string | null;
    wish: string | null;
  };
  category: (Named & { code: string }) | null;
  lead: { unit: Named; person: string | null } | null;
  /** The unit that helps the lead. */
  second: Named | null;
  /** Units called to it, as this reader may know. */
  calls: CallLine[];
  /** Units and people it is kept from. */
  recusals: { id: string; unit: Named | null; person: string | null }[];
  /** The unit that answers for it right now; null: the hotline, or nobody once it is closed. */
  responsible: Named | null;
  story: StoryEntry[];
  steps: { verb: Verb; refusal: Refusal | null }[];
  /** Whose move it is. */
  turns: Turn[];
  /** How often and how long the rule set lets a unit ask for. */
  settings: Rules['settings'];
  /** True while a round waits for this reader's own verdict. */
  mayJudge: boolean;
  /** Whether it is worth asking what came before and after it at the same place. */
  linked: boolean;
  /** The database's clock when this was read. */
  at: Date;
}

/** All of one case that the actor may read; null where there is none for them. */
export async function viewCase(actor: Actor, caseNumber: string): Promise<CaseView | null> {
  const appealId = await appealIdOf(caseNumber);
  if (!appealId) return null;
  // First the file, whose step a form goes by: what is told must never be older than that.
  const [rules, loaded] = await Promise.all([loadRules(), loadCaseFile(db(), appealId)]);
  if (!loaded || !sees(actor, loaded.file)) return null;
  const told = await readTold(db(), appealId);
  if (!told) return null;
  const { file, clock } = loaded;
  const { steps: events, texts, photos } = told;
  const audience = audienceOf(actor, file);
  const { unitOf, personOf } = await namesIn(db(), events, file);

  const story = events.flatMap((event): StoryEntry[] => {
    if (!isVerb(event.verb)) return [];
    const facts = withoutCounting(event.data as Record<string, unknown>);
    const own =
      actor.kind === 'voice' &&
      (event.voiceId === actor.voiceId || facts.joinedVoiceId === actor.voiceId);
    if (!own && !reading[event.verb].seen.includes(audience)) return [];
    if (audience === 'called' && !readsRating(actor, event.verb, facts)) return [];
    if (event.verb === 'repromise' && isResident(audience) && !movesPromise(facts)) return [];
    const words = texts
      .filter((it) => it.seq === event.seq && it.body !== null)
      .filter((it) => own || readsWords(audience, event.verb as Verb, it.field, event.seq, file))
      .map((it) => [it.field, it.body ?? ''] as const);
    return [
      {
        seq: event.seq,
        verb: event.verb,
        at: event.at,
        round: event.round,
        by: byWhom(event, own || (event.verb === 'file' && audience === 'voice'), personOf, unitOf),
        to: event.toStatus,
        facts,
        unit: unitOf(
          facts.leadUnitId ?? facts.recusedUnitId ?? (isOfCall(event.verb) ? facts.unitId : null),
        ),
        betterUnit: unitOf(facts.betterUnitId),
        owner: unitOf(facts.ownerUnitId),
        second: unitOf(facts.secondUnitId),
        units: unitsOf(facts).flatMap((id) => unitOf(id) ?? []),
        person: personOf(facts.personId),
        words: Object.fromEntries(words),
        photos:
          own || readsWords(audience, event.verb, 'photos', event.seq, file)
            ? photos.filter((it) => it.seq === event.seq).map(attachmentOf)
            : [],
        assumed: event.assumed,
        ofAnother: audience === 'joined',
        next: nextOf(event, facts, unitOf),
      },
    ];
  });
  const lead = leadOf(file);
  const leadUnit = unitOf(lead?.unitId);
  const steps = verbsOpenTo(file, actor, clock);
  const checks = steps.some((it) => it.verb === 'recheck' && it.refusal === null);
  const heard = audience === 'supervision' ? story : withoutPressed(story);
  const shown = checks ? beforeFinding(heard, file) : withoutAttempts(heard, audience);
  return {
    audience,
    file: audience === 'called' ? fileForCalled(actor, file) : file,
    detail: detailFor(audience, told.detail, file),
    category: told.category,
    lead: leadUnit ? { unit: leadUnit, person: personOf(lead?.personId) } : null,
    second: unitOf(secondOf(file)?.unitId),
    calls: callLines(audience, file, texts, { unitOf, personOf }),
    recusals: (audience === 'called' ? [] : standingRecusals(file)).map((it) => ({
      id: it.id,
      unit: unitOf(it.unitId),
      person: personOf(it.personId),
    })),
    responsible: unitOf(responsibleOf(file)?.unitId),
    story: shown,
    steps,
    turns: turnsOf(file, rules.calendar).filter(
      (it) =>
        (it.verb !== 'recheck' || knowsOfChecks(audience)) &&
        (audience !== 'called' || (actor.kind === 'person' && it.unitId === actor.unitId)),
    ),
    settings: rules.settings,
    mayJudge: steps.some((it) => it.verb === 'judge' && it.refusal === null),
    linked: told.linked,
    at: clock,
  };
}

/**
 * That somebody said they were pressed is for supervisors alone, also as the cause of a supervision: for
 * the others that order was not given, nor its release where nothing else had been ordered.
 */
function withoutPressed(story: readonly StoryEntry[]): StoryEntry[] {
  let watched = false;
  return story.filter(({ verb, facts }) => {
    if (verb === 'supervise' && facts.cause === 'pressed') return false;
    if (verb === 'supervise' || verb === 'takeOn' || facts.supervised) watched = true;
    if (verb !== 'release') return true;
    const known = watched;
    watched = false;
    return known;
  });
}

/** For counting again alone: nobody's story, and how satisfied somebody was is no unit's to know. */
const forCounting = ['due', 'invited', 'heardVoiceId', 'result', 'handling', 'otherId', 'importId'];

const withoutCounting = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !forCounting.includes(key)));

/** Whoever is checked, and their residents, must not know before it is over. */
const knowsOfChecks = (audience: Audience): boolean => reading.pick.seen.includes(audience);

const withoutAttempts = (story: readonly StoryEntry[], audience: Audience): StoryEntry[] =>
  story.filter(
    ({ verb, facts }) =>
      verb !== 'recheck' || facts.found !== 'notReached' || knowsOfChecks(audience),
  );

/** What was answered, and what was said of it: not read by whoever is to find out for themselves. */
const answering: readonly Verb[] = [
  'resolve',
  'answer',
  'judge',
  'interview',
  'lookBack',
  'witness',
];

/** Until the finding is written down, the story has nothing of the answer that is checked. */
function beforeFinding(story: readonly StoryEntry[], file: CaseFile): StoryEntry[] {
  const roundId = openCheck(file)?.roundId;
  const round = file.rounds.find((it) => it.id === roundId)?.number;
  return story.filter((it) => it.round < (round ?? 0) || !answering.includes(it.verb));
}

/** The units a step called, gave a card to, or passed over: ids as the event has them. */
function unitsOf({ calls, cards, silentUnitIds }: Record<string, unknown>): unknown[] {
  const named = calls ?? cards;
  if (Array.isArray(named)) return named.map((it: { unitId?: unknown }) => it?.unitId);
  return Array.isArray(silentUnitIds) ? silentUnitIds : [];
}

const isOfCall = (verb: Verb): boolean =>
  verb === 'reportIn' || verb === 'arrive' || verb === 'reportBack' || verb === 'rateHelp';

function detailFor(
  audience: Audience,
  { lat, lon, ...words }: Told['detail'],
  file: CaseFile,
): CaseView['detail'] {
  const at = pointOf({ lat, lon });
  const detail = { ...words, point: at && pointText(at) };
  return audience === 'joined' ? withoutWords(detail, file) : detail;
}

/** What one who joined reads of the filing: where it is in words, unless that was to stay secret. */
const withoutWords = (detail: CaseView['detail'], file: CaseFile): CaseView['detail'] => ({
  title: '',
  what: '',
  place: file.voices.some((it) => it.secret && hasFiled(file, it.id)) ? '' : detail.place,
  point: null,
  since: null,
  wish: null,
});

/** A new calendar concerns a resident only where it moves what was promised. */
const movesPromise = ({ moved }: Record<string, unknown>): boolean =>
  Array.isArray(moved) && moved.some((it) => it?.kind === 'promise');

function readsWords(
  audience: Audience,
  verb: Verb,
  field: string,
  seq: number,
  file: CaseFile,
): boolean {
  if ((reading[verb].words[field] ?? []).includes(audience)) return true;
  const released = file.verdicts.some((it) => it.seq === seq && it.released);
  return (
    (verb === 'judge' || verb === 'lookBack') &&
    field === 'words' &&
    released &&
    !isResident(audience)
  );
}

function byWhom(
  event: ToldStep,
  own: boolean,
  personOf: (id: unknown) => string | null,
  unitOf: (id: unknown) => Named | null,
): StoryEntry['by'] {
  if (event.personId) {
    return { kind: 'person', name: personOf(event.personId) ?? '', unit: unitOf(event.unitId) };
  }
  if (event.actorKind === 'voice' || event.actorKind === 'resident') {
    return { kind: 'voice', self: own };
  }
  return { kind: event.actorKind === 'import' ? 'import' : 'system' };
}

function nextOf(
  event: ToldStep,
  facts: Record<string, unknown>,
  unitOf: (id: unknown) => Named | null,
): StoryEntry['next'] {
  if (event.seq === 1 || typeof facts.nextRound !== 'number') return null;
  return {
    round: facts.nextRound,
    promisedAt: typeof facts.promisedAt === 'string' ? new Date(facts.promisedAt) : null,
    unit: unitOf(facts.leadUnitId),
  };
}

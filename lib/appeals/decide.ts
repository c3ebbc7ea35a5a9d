import { problemsOf } from '@/lib/forms';
import type { Actor } from '@/lib/people/actor';
import { bringsPhotos } from './audience';
import { type CaseFile, leadOf, roundOf } from './case-file';
import { commit, type EventRow, eventFormat, seal } from './event';
import { holdsEnded } from './holds';
import { isOpen, leadsTo, lifecycle, type Status, type Verb, verbs } from './lifecycle';
import { noticesOf } from './notices';
import { isParty, type Party } from './parties';
import type {
  AppealRow,
  AskingRow,
  AssignmentRow,
  CallRow,
  CauseRow,
  ClockRow,
  ContactRow,
  ExtensionRow,
  InterviewRow,
  MergeRow,
  MessageRow,
  NoticeRow,
  PauseRow,
  PressureRow,
  QuestionRow,
  RecusalRow,
  RequestRow,
  RoundRow,
  ShowingRow,
  SpotCheckRow,
  SupervisionRow,
  TextRow,
  TurnRow,
  VerdictRow,
  VoiceRow,
} from './records';
import { waitsForALook } from './recusals';
import { namesRecused } from './recused-choice';
import { type Refusal, refuse } from './refusals';
import { settle } from './settle';
import { toldByLog } from './told-by-log';
import type { Context, Follow, Json } from './transition';
import { transitions } from './transitions';
import { turnsOf } from './turns';

/** Rows to write: whole rows, new or changed. */
export interface Changes {
  appeal: AppealRow;
  voices: VoiceRow[];
  rounds: RoundRow[];
  assignments: AssignmentRow[];
  clocks: ClockRow[];
  pauses: PauseRow[];
  extensions: ExtensionRow[];
  requests: RequestRow[];
  questions: QuestionRow[];
  causes: CauseRow[];
  calls: CallRow[];
  supervisions: SupervisionRow[];
  recusals: RecusalRow[];
  merges: MergeRow[];
  showings: ShowingRow[];
  askings: AskingRow[];
  checks: SpotCheckRow[];
  contacts: ContactRow[];
  verdicts: VerdictRow[];
  pressures: PressureRow[];
  interviews: InterviewRow[];
  messages: MessageRow[];
  texts: TextRow[];
  turns: TurnRow[];
  notices: NoticeRow[];
  /** What goes of the words and contacts that are kept beside these rows. */
  erases: Follow['erases'] | null;
  event: EventRow;
}

export interface Decision {
  ok: true;
  after: CaseFile;
  changes: Changes;
  /** The same of the second appeal, where the step touches two. */
  other?: Decision;
}

/**
 * Why the actor may not take this step now, or null. The one answer for button, page, server and API.
 * Whether the actor may know of the appeal at all is asked before: see queries/visible.
 */
export function whyNot(file: CaseFile, verb: Verb, actor: Actor, at: Date): Refusal | null {
  const move = lifecycle[verb];
  const parties: readonly Party[] = move.by;
  if (!parties.some((party) => isParty(file, party, actor))) return refuse('notYours');
  if (file.importRunning && actor.kind !== 'import') return refuse('importRunning');
  if (verb === 'dispatch' && waitsForALook(file, actor)) return refuse('notYet');
  const from: readonly Status[] = move.from;
  if (!from.includes(file.appeal.status)) {
    return refuse(isOpen(file.appeal.status) ? 'wrongStatus' : 'closed');
  }
  return transitions[verb].unless?.(file, actor, at) ?? null;
}

/** Verbs of this actor on this appeal, each with its reason where it is not open. */
export function verbsOpenTo(file: CaseFile, actor: Actor, at: Date) {
  return verbs
    .map((verb) => ({ verb, refusal: whyNot(file, verb, actor, at) }))
    .filter((it) => it.refusal?.code !== 'notYours');
}

/** The whole rule, pure: from a case file and an input to the rows to write, or a refusal. */
export function decide(
  file: CaseFile,
  verb: Verb,
  rawInput: unknown,
  actor: Actor,
  context: Context,
): Decision | Refusal {
  const not = whyNot(file, verb, actor, context.at);
  if (not) return not;
  if (context.photos.length > 0 && !bringsPhotos(verb)) return refuse('photosNotHere');
  const rule = transitions[verb];
  const parsed = rule.input.safeParse(rawInput);
  if (!parsed.success) {
    return refuse('badInput', { problems: problemsOf(parsed.error) });
  }
  const objection =
    rule.objection?.(file, parsed.data, actor, context) ??
    (actor.kind === 'system' || verb === 'recuse'
      ? null
      : namesRecused(file, parsed.data, context));
  if (objection) return objection;

  const follow = rule.follows(file, parsed.data, actor, context);
  const to = follow.to ?? file.appeal.status;
  if (!leadsTo(verb, file.appeal.status, to)) {
    throw new Error(`${verb} may not lead from ${file.appeal.status} to ${to}`);
  }
  const decision = record(file, verb, actor, follow, context);
  const { other } = context;
  if (!rule.pair || !other) return decision;
  // One form is one step, however many appeals it touches: only the first event carries its key.
  const beside = rule.pair(other, decision.after, parsed.data, file);
  return {
    ...decision,
    other: record(other, verb, actor, beside, { ...context, formKey: null, photos: [] }),
  };
}

/** Puts settled facts, event, words, turns and notices together. Also the end of `file`. */
export function record(
  before: CaseFile,
  verb: Verb,
  actor: Actor,
  follow: Follow,
  context: Context,
  fresh = false,
): Decision {
  const { at } = context;
  const seq = before.appeal.lastSeq + 1;
  const appealId = before.appeal.id;
  // Answers belong to the round they were given for, which ends when they start the next one.
  const given = answersOf(before, follow, seq, context);
  const settled = settle(withAnswers(before, given), follow, context, seq, fresh);

  const texts = textsOf(appealId, seq, follow, context);
  const event = seal({
    id: context.newId(),
    appealId,
    seq,
    format: eventFormat,
    verb,
    at,
    recordedAt: context.recordedAt,
    actorKind: actor.kind,
    personId: actor.kind === 'person' ? actor.personId : null,
    unitId: actor.kind === 'person' ? actor.unitId : null,
    voiceId: actor.kind === 'voice' ? actor.voiceId : null,
    fromStatus: fresh ? null : before.appeal.status,
    toStatus: settled.appeal.status,
    round: before.appeal.round,
    data: {
      ...follow.data,
      ...summary(before, settled, fresh),
      ...toldByLog(before, settled, fresh),
      ...holdsEnded(before, settled, at),
      ...(context.photos.length > 0 ? { photos: photosOf(context) } : {}),
    },
    commitments: Object.fromEntries(texts.map((it) => [it.field, commit(it.salt, it.body)])),
    assumed: context.assumed,
    formKey: context.formKey,
    prevHash: before.appeal.lastHash,
  });
  const after: CaseFile = {
    ...settled,
    appeal: { ...settled.appeal, lastSeq: seq, lastHash: event.hash, lastAt: at },
    steps: [...settled.steps, { seq, verb, at, round: event.round, personId: event.personId }],
  };
  const changed = <Row>(rows: readonly Row[], old: readonly Row[]) => {
    if (fresh) return [...rows];
    return rows === old ? [] : rows.filter((it) => !old.includes(it));
  };

  const quiet = actor.kind === 'import' || after.importRunning;
  return {
    ok: true,
    after,
    changes: {
      appeal: after.appeal,
      voices: changed(after.voices, before.voices),
      rounds: changed(after.rounds, before.rounds),
      assignments: changed(after.assignments, before.assignments),
      clocks: [
        ...changed(after.clocks, before.clocks),
        ...changed(after.merged.promises, before.merged.promises),
      ],
      pauses: changed(after.pauses, before.pauses),
      extensions: changed(after.extensions, before.extensions),
      requests: changed(after.requests, before.requests),
      questions: changed(after.questions, before.questions),
      causes: changed(after.causes, before.causes),
      calls: changed(after.calls, before.calls),
      supervisions: changed(after.supervisions, before.supervisions),
      recusals: changed(after.recusals, before.recusals),
      merges: changed(after.merged.merges, before.merged.merges),
      showings: changed(after.showings, before.showings),
      askings: changed(after.askings, before.askings),
      checks: changed(after.checks, before.checks),
      contacts: follow.joins ? [follow.joins.contact] : [],
      ...given,
      texts,
      turns: turnsOf(after, context.rules.calendar).map((it) => ({
        id: context.newId(),
        appealId,
        round: after.appeal.round,
        recused: after.appeal.recused,
        ...it,
      })),
      notices: quiet
        ? []
        : noticesOf(verb, before, after, actor, context.rules).map((it) => ({
            id: context.newId(),
            appealId,
            seq,
            createdAt: at,
            // Staff read theirs in the application: it is delivered by being there.
            ...(it.voiceId
              ? { settledAt: null, outcome: null }
              : { settledAt: at, outcome: 'inApp' }),
            ...it,
          })),
      erases: follow.erases ?? null,
      event,
    },
  };
}

function answersOf(file: CaseFile, follow: Follow, seq: number, context: Context) {
  const mark = () => ({ id: context.newId(), appealId: file.appeal.id, seq, at: context.at });
  return {
    verdicts: follow.verdict ? [{ ...mark(), ...follow.verdict }] : [],
    pressures: follow.pressure ? [{ ...mark(), ...follow.pressure }] : [],
    interviews: follow.interview ? [{ ...mark(), ...follow.interview }] : [],
    messages: follow.message ? [{ ...mark(), ...follow.message }] : [],
  };
}

function withAnswers(file: CaseFile, given: ReturnType<typeof answersOf>): CaseFile {
  const { verdicts, pressures, interviews } = given;
  if (verdicts.length + pressures.length + interviews.length === 0) return file;
  return {
    ...file,
    verdicts: [...file.verdicts, ...verdicts],
    pressures: [...file.pressures, ...pressures],
    interviews: [...file.interviews, ...interviews],
  };
}

type SaltedText = TextRow & { salt: string; body: string };

function textsOf(appealId: string, seq: number, follow: Follow, context: Context): SaltedText[] {
  return Object.entries(follow.words ?? {}).flatMap(([field, body]) =>
    body
      ? [
          {
            id: context.newId(),
            appealId,
            seq,
            field,
            body,
            salt: context.newSalt(),
            erasedAt: null,
          },
        ]
      : [],
  );
}

/** The pictures a step brings: their hashes bind the log to every byte of them. */
const photosOf = ({ photos }: Context): Json => photos.map(({ id, sha256 }) => ({ id, sha256 }));

/** What every event says of the move, so that the log can be read without the tables. */
function summary(before: CaseFile, after: CaseFile, fresh: boolean): { [key: string]: Json } {
  const next = roundOf(after);
  const lead = leadOf(after);
  const newLead = lead && !before.assignments.some((it) => it.id === lead.id) ? lead : null;
  const promise = after.clocks.find((it) => it.kind === 'promise' && it.roundId === next.id);
  const newRound = fresh || next.number !== before.appeal.round;
  return {
    ...(newRound ? { nextRound: next.number } : {}),
    ...(newRound && promise?.dueAt ? { promisedAt: promise.dueAt.toISOString() } : {}),
    ...(newLead ? { leadUnitId: newLead.unitId } : {}),
    ...(after.appeal.recused || before.appeal.recused ? takers(before, after) : {}),
    ...(after.appeal.closedAs && !before.appeal.closedAs
      ? { closedAs: after.appeal.closedAs }
      : {}),
  };
}

/** Into whose hands the step put a case from which people are barred, where it changed them. */
function takers(before: CaseFile, after: CaseFile): { entrusted?: string } {
  const taken = ({ appeal }: CaseFile) => {
    if (appeal.fallbackFor.length === 0) return 'offices';
    return appeal.fallbackIds.length > 0 ? 'fallbacks' : 'nobody';
  };
  return taken(before) === taken(after) ? {} : { entrusted: taken(after) };
}

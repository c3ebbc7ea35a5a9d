import { instantOf } from '@/lib/time/civil';
import type { Verb } from './lifecycle';
import type {
  AppealRow,
  AskingRow,
  AssignmentRow,
  CallRow,
  CauseRow,
  ClockKind,
  ClockRow,
  ExtensionRow,
  InterviewRow,
  MergeRow,
  PauseRow,
  PressureRow,
  QuestionRow,
  RecusalRow,
  RequestRow,
  RoundRow,
  ShowingRow,
  SpotCheckRow,
  SupervisionRow,
  VerdictRow,
  VoiceRow,
} from './records';

/** What happened, as far as rules ask for it; the full event lies in the log. */
export interface PastStep {
  seq: number;
  verb: Verb;
  at: Date;
  round: number;
  personId: string | null;
}

/** One appeal with the records beside it: all that a rule may look at. */
export interface CaseFile {
  appeal: AppealRow;
  voices: readonly VoiceRow[];
  /** What joins it to other cases, as source or target; see merged.ts. */
  merged: Merged;
  /** Who is whom, by Voice: the keyed hash of a telephone or, without one, of an address. */
  people: Readonly<Record<string, string>>;
  rounds: readonly RoundRow[];
  assignments: readonly AssignmentRow[];
  clocks: readonly ClockRow[];
  pauses: readonly PauseRow[];
  extensions: readonly ExtensionRow[];
  requests: readonly RequestRow[];
  questions: readonly QuestionRow[];
  causes: readonly CauseRow[];
  calls: readonly CallRow[];
  supervisions: readonly SupervisionRow[];
  recusals: readonly RecusalRow[];
  /** Who stands in for people from whom it is kept. */
  recusedDeputies: readonly string[];
  showings: readonly ShowingRow[];
  askings: readonly AskingRow[];
  /** Spot checks it was drawn for. */
  checks: readonly SpotCheckRow[];
  verdicts: readonly VerdictRow[];
  pressures: readonly PressureRow[];
  interviews: readonly InterviewRow[];
  steps: readonly PastStep[];
  /** Units that once had it and have been closed since. */
  closedUnitIds: readonly string[];
  /** Units that had it and are streets or townships. */
  streetUnitIds: readonly string[];
  /** Who may dispatch and is here today; read only while a unit's return waits to be decided. */
  dispatcherIds: readonly string[];
  /** True while the import that brought the appeal has not finished. */
  importRunning: boolean;
}

/** Merges of an appeal, standing and past, and what it reads of the other cases. */
export interface Merged {
  merges: readonly MergeRow[];
  /** Voices of other cases that are merged into this one, or were asked about a round of it. */
  voices: readonly VoiceRow[];
  /** Promises of the cases merged into this one: they run until it is resolved. */
  promises: readonly ClockRow[];
  /** Case numbers by id. */
  numbers: Readonly<Record<string, string>>;
}

/** The round the appeal is in; there is always one. */
export function roundOf(file: CaseFile): RoundRow {
  const round = file.rounds.find((it) => it.number === file.appeal.round);
  if (!round) throw new Error(`appeal ${file.appeal.id} has no round ${file.appeal.round}`);
  return round;
}

export const leadOf = (file: CaseFile): AssignmentRow | undefined =>
  file.assignments.find((it) => it.role === 'lead' && it.untilAt === null);

/** The last unit that led and did not send it back: the one a new round goes to. */
export const lastLeadOf = (file: CaseFile): AssignmentRow | undefined =>
  file.assignments
    .filter((it) => it.role === 'lead' && it.endedAs !== 'sentBack')
    .toSorted((a, b) => a.fromAt.getTime() - b.fromAt.getTime() || (a.untilAt ? -1 : 1))
    .at(-1);

/** Paths of all units that ever held the appeal or answered it at the desk. */
export const unitPathsOf = (file: CaseFile): string[] => [
  ...file.assignments.map((it) => it.unitPath),
  ...file.rounds.flatMap((it) => (it.unitPath ? [it.unitPath] : [])),
];

/** Paths of all units ever called to it. */
export const calledPathsOf = (file: CaseFile): string[] => file.calls.map((it) => it.unitPath);

/** Calls that have not been reported back, nor ended otherwise. */
export const openCalls = (file: CaseFile): CallRow[] =>
  file.calls.filter((it) => it.endedAt === null);

/** The unit that helps the lead (一单双派), if there is one. */
export const secondOf = (file: CaseFile): AssignmentRow | undefined =>
  file.assignments.find((it) => it.role === 'second' && it.untilAt === null);

export const runningClock = (file: CaseFile, kind: ClockKind): ClockRow | undefined =>
  file.clocks.find((it) => it.kind === kind && it.stoppedAt === null);

/** Whoever filed it, also after they have left; one who joined reads none of their words. */
export const hasFiled = (file: CaseFile, voiceId: string): boolean =>
  file.voices.some((it) => it.id === voiceId && it.joinedAt <= file.appeal.filedAt);

export const presentVoices = (file: CaseFile): VoiceRow[] =>
  file.voices.filter((it) => it.leftAt === null);

export const pendingRequests = (file: CaseFile): RequestRow[] =>
  file.requests.filter((it) => it.endedAt === null);

/** What the unit has asked the resident and still waits for. */
export const openQuestion = (file: CaseFile): QuestionRow | undefined =>
  file.questions.find((it) => it.endedAt === null);

/** Where the cause lies, if above the unit that has the case. */
export const causeOf = (file: CaseFile): CauseRow | undefined =>
  file.causes.find((it) => it.endedAt === null);

/** The supervision the appeal is under, if any. */
export const supervisionOf = (file: CaseFile): SupervisionRow | undefined =>
  file.supervisions.find((it) => it.releasedAt === null);

/** The civil date on which a parked appeal comes back; null where it is not parked. */
export function parkedUntil(file: CaseFile): string | null {
  if (file.appeal.status !== 'parked') return null;
  const granted = file.requests.filter((it) => it.kind === 'park' && it.outcome === 'granted');
  return granted.at(-1)?.untilOn ?? null;
}

/** The instant at which a parked appeal comes back by itself: the beginning of its date. */
export function parkedFrom(file: CaseFile, zone: string): Date | null {
  const on = parkedUntil(file);
  return on ? instantOf(on, '00:00', zone) : null;
}

/** Rounds of which a resident said, or an interviewer heard, that it is not solved. */
export const unsolvedRounds = (file: CaseFile): number =>
  file.rounds.filter((round) =>
    [...file.verdicts, ...file.interviews].some(
      (it) => it.roundId === round.id && (it.solved === 'no' || it.goOn),
    ),
  ).length;

/** How often a unit was rid of the present round: sent back, or given to another. */
export const handOversOf = (file: CaseFile): number =>
  file.assignments.filter(
    (it) =>
      it.role === 'lead' &&
      it.roundId === roundOf(file).id &&
      (it.endedAs === 'sentBack' || it.endedAs === 'redispatched'),
  ).length;

/** Failed attempts to reach the resident under the present lead, each at least an hour after the last counted. */
export function triesToReach(file: CaseFile): number {
  const lead = leadOf(file);
  if (!lead) return 0;
  const hour = 3_600_000;
  let tries = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { verb, at } of file.steps) {
    if (verb !== 'missContact' || at < lead.fromAt || at.getTime() - last < hour) continue;
    tries += 1;
    last = at.getTime();
  }
  return tries;
}

/** Two failed attempts to reach the resident, at least an hour apart, under the present lead. */
export const triedToContact = (file: CaseFile): boolean => triesToReach(file) >= 2;

import type { Verb } from './lifecycle';
import type {
  AppealRow,
  AssignmentRow,
  ClockKind,
  ClockRow,
  InterviewRow,
  RoundRow,
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
  rounds: readonly RoundRow[];
  assignments: readonly AssignmentRow[];
  clocks: readonly ClockRow[];
  verdicts: readonly VerdictRow[];
  interviews: readonly InterviewRow[];
  steps: readonly PastStep[];
  /** True while the import that brought the appeal has not finished. */
  importRunning: boolean;
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

export const runningClock = (file: CaseFile, kind: ClockKind): ClockRow | undefined =>
  file.clocks.find((it) => it.kind === kind && it.stoppedAt === null);

export const presentVoices = (file: CaseFile): VoiceRow[] =>
  file.voices.filter((it) => it.leftAt === null);

/** Two failed attempts to reach the resident, at least an hour apart, under the present lead. */
export function triedToContact(file: CaseFile): boolean {
  const lead = leadOf(file);
  if (!lead) return false;
  const missed = file.steps.filter((it) => it.verb === 'missContact' && it.at >= lead.fromAt);
  const first = missed[0];
  const hour = 3_600_000;
  return !!first && missed.some((it) => it.at.getTime() - first.at.getTime() >= hour);
}

import type { CaseFile } from './case-file';
import type { SpotCheckRow } from './records';

/** Calendar days in which a drawn case is checked. */
export const checkDays = 14;
/** Attempts that reach nobody, after which it counts as not reached. */
export const mostTries = 2;

/** The spot check that waits to be made. */
export const openCheck = (file: CaseFile): SpotCheckRow | undefined =>
  file.checks.find((it) => it.outcome === null);

const onAnAnswer: readonly (string | null)[] = ['judged', 'heard', 'lapsed'];

/** Whether what is found of this round may still send the case round again. */
export function stillStands({ appeal, rounds }: CaseFile, roundId: string): boolean {
  const present = rounds.find((it) => it.number === appeal.round);
  if (present?.id !== roundId || present.resolvedAt === null) return false;
  return appeal.status === 'resolved' || onAnAnswer.includes(appeal.closedAs);
}

import type { ClockKind } from '@/lib/appeals/records';
import type { Calendar } from '@/lib/sla/calendar';
import type { ClockTimes } from '@/lib/sla/clock';
import type { Limit } from '@/lib/sla/limit';
import { type ClockStep, recountClock } from '@/lib/sla/recompute';

/** A clock that has not stopped, with what has happened to it. */
export interface RunningClock extends ClockTimes, Limit {
  id: string;
  kind: ClockKind;
  caseNumber: string;
  steps: readonly ClockStep[];
}

export interface Move {
  id: string;
  kind: ClockKind;
  caseNumber: string;
  from: Date;
  to: Date;
}

export interface Outlook {
  /** Counted again, moved or not. */
  looked: number;
  moves: Move[];
  /** Dates that were provisional and would be certain. */
  settled: number;
}

export const nothingYet = (): Outlook => ({ looked: 0, moves: [], settled: 0 });

/** Adds to an outlook what some clocks would do under a calendar; the very count that is applied later. */
export function lookAt(
  outlook: Outlook,
  clocks: readonly RunningClock[],
  calendar: Calendar,
): Outlook {
  const moves = [...outlook.moves];
  let { looked, settled } = outlook;
  for (const clock of clocks) {
    const { amount, unit, source } = clock;
    const fresh = recountClock(clock, clock.steps, { amount, unit, source }, calendar);
    looked += 1;
    if (clock.provisional && !fresh.provisional) settled += 1;
    if (!clock.dueAt || !fresh.dueAt || clock.dueAt.getTime() === fresh.dueAt.getTime()) continue;
    const { id, kind, caseNumber } = clock;
    moves.push({ id, kind, caseNumber, from: clock.dueAt, to: fresh.dueAt });
  }
  return { looked, moves, settled };
}

import { movedOffRestDays } from './allowance';
import type { Calendar } from './calendar';
import {
  type ClockTimes,
  extendClock,
  pauseClock,
  resumeClock,
  runUntil,
  startClock,
} from './clock';
import { type Allowance, isRoundTheClock, type Limit } from './limit';

/** What happened to a clock since it started, in order; pauses that overlapped are told as one. */
export type ClockStep =
  | { what: 'pause' | 'resume'; at: Date }
  | { what: 'extend'; at: Date; extension: Allowance };

interface Paused {
  fromAt: Date;
  untilAt: Date | null;
}

interface Extended extends Allowance {
  at: Date;
}

/** Pauses as one stretch each: a clock runs when none is open, so those that overlap or touch are one. */
function stretches(pauses: readonly Paused[]): Paused[] {
  const told: Paused[] = [];
  for (const next of pauses.toSorted((a, b) => a.fromAt.getTime() - b.fromAt.getTime())) {
    const last = told.at(-1);
    if (!last || (last.untilAt && last.untilAt < next.fromAt)) told.push({ ...next });
    else if (last.untilAt && (!next.untilAt || next.untilAt > last.untilAt)) {
      last.untilAt = next.untilAt;
    }
  }
  return told;
}

/** What was kept of a clock's pauses and extensions, told in order. */
export function stepsOf(pauses: readonly Paused[], extensions: readonly Extended[]): ClockStep[] {
  const steps = [
    ...stretches(pauses).flatMap(({ fromAt, untilAt }): ClockStep[] => [
      { what: 'pause', at: fromAt },
      ...(untilAt ? [{ what: 'resume' as const, at: untilAt }] : []),
    ]),
    ...extensions.map(
      ({ at, amount, unit }): ClockStep => ({ what: 'extend', at, extension: { amount, unit } }),
    ),
  ];
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function replayed(
  clock: ClockTimes,
  step: ClockStep,
  limit: Limit,
  calendar: Calendar,
): ClockTimes {
  switch (step.what) {
    case 'pause':
      return pauseClock(clock, step.at, limit, calendar);
    case 'resume':
      return resumeClock(clock, step.at, limit, calendar);
    case 'extend':
      return extendClock(clock, step.at, step.extension, limit, calendar);
  }
}

/** A clock told again from its start: what began then, with all that happened to it since. */
export const replayClock = (
  startedAt: Date,
  steps: readonly ClockStep[],
  limit: Limit,
  calendar: Calendar,
): ClockTimes =>
  steps.reduce(
    (so, step) => replayed(so, step, limit, calendar),
    startClock(startedAt, limit, calendar),
  );

/**
 * The clock under a changed calendar: its whole story is counted again, yet a date once told never
 * moves earlier (though off a day that has become a rest day). Paused and stopped clocks stay as they
 * are; a paused one meets the new calendar when it is resumed.
 */
export function recountClock(
  clock: ClockTimes,
  steps: readonly ClockStep[],
  limit: Limit,
  calendar: Calendar,
): ClockTimes {
  if (clock.stoppedAt || !clock.dueAt) return clock;
  const fresh = replayClock(clock.startedAt, steps, limit, calendar);
  if (fresh.dueAt && fresh.dueAt >= clock.dueAt) return fresh;
  const told = isRoundTheClock(limit.unit) ? clock.dueAt : movedOffRestDays(clock.dueAt, calendar);
  return runUntil(clock, told, limit, calendar);
}

import { civilDateOf } from '@/lib/time/civil';
import {
  addAllowance,
  dueAt,
  dueFrom,
  movedOffRestDays,
  type Remaining,
  remainingOf,
} from './allowance';
import { type Calendar, isProvisional } from './calendar';
import { cardTimes } from './card';
import { type Allowance, isRoundTheClock, type Limit } from './limit';

export type ClockOutcome = 'met' | 'late' | 'void' | 'tried';

/**
 * The times of one clock. It runs (`dueAt`), is paused (`remaining`) or has stopped (`stoppedAt`,
 * which keeps the other two as they were). Without `dueAt` there is no card either.
 */
export interface ClockTimes {
  startedAt: Date;
  dueAt: Date | null;
  remaining: Remaining | null;
  yellowAt: Date | null;
  redAt: Date | null;
  stoppedAt: Date | null;
  outcome: ClockOutcome | null;
  /** The end lies in a year whose holidays are not announced yet. */
  provisional: boolean;
}

function mustTick(clock: ClockTimes, at: Date): void {
  if (clock.stoppedAt) throw new Error('The clock has stopped');
  if (at < clock.startedAt) throw new RangeError('The clock had not started then');
}

/** The same clock, running towards another end. */
export function runUntil(
  clock: ClockTimes,
  endAt: Date,
  limit: Limit,
  calendar: Calendar,
): ClockTimes {
  return {
    ...clock,
    dueAt: endAt,
    remaining: null,
    ...cardTimes(clock.startedAt, endAt, limit, calendar),
    provisional:
      !isRoundTheClock(limit.unit) && isProvisional(calendar, civilDateOf(endAt, calendar.zone)),
  };
}

export function startClock(at: Date, limit: Limit, calendar: Calendar): ClockTimes {
  const fresh: ClockTimes = {
    startedAt: at,
    dueAt: null,
    remaining: null,
    yellowAt: null,
    redAt: null,
    stoppedAt: null,
    outcome: null,
    provisional: false,
  };
  return runUntil(fresh, dueAt(at, limit, calendar), limit, calendar);
}

/** Stops a running or paused clock; done at the very instant it is due is still met. */
export function stopClock(clock: ClockTimes, at: Date, how: 'done' | 'void' | 'tried'): ClockTimes {
  mustTick(clock, at);
  const inTime = clock.dueAt ? at <= clock.dueAt : (clock.remaining?.millis ?? 0) >= 0;
  const outcome = how === 'done' ? (inTime ? 'met' : 'late') : how;
  return { ...clock, stoppedAt: at, outcome };
}

/** Back to where it was before it stopped, with its old date: the time in between is not given back. */
export function unstopClock(clock: ClockTimes): ClockTimes {
  if (!clock.stoppedAt) throw new Error('The clock has not stopped');
  return { ...clock, stoppedAt: null, outcome: null };
}

/** Pauses may overlap: pausing a paused clock changes nothing. */
export function pauseClock(
  clock: ClockTimes,
  at: Date,
  limit: Limit,
  calendar: Calendar,
): ClockTimes {
  mustTick(clock, at);
  if (!clock.dueAt) return clock;
  const remaining = remainingOf(at, clock.dueAt, limit.unit, calendar);
  return { ...clock, dueAt: null, remaining, yellowAt: null, redAt: null, provisional: false };
}

/** To be called when the last pause has ended; a running clock stays as it is. */
export function resumeClock(
  clock: ClockTimes,
  at: Date,
  limit: Limit,
  calendar: Calendar,
): ClockTimes {
  mustTick(clock, at);
  if (!clock.remaining) return clock;
  return runUntil(clock, dueFrom(at, clock.remaining, calendar), limit, calendar);
}

/**
 * Moves the end by an extension, counted from the end and not from `at`, lest asking late gain time.
 * A paused clock is extended as if resumed and paused again at `at`. The extension may have another
 * unit than the limit; a limit of days then still ends on a working day.
 */
export function extendClock(
  clock: ClockTimes,
  at: Date,
  extension: Allowance,
  limit: Limit,
  calendar: Calendar,
): ClockTimes {
  mustTick(clock, at);
  const running = resumeClock(clock, at, limit, calendar);
  if (!running.dueAt) throw new Error('The clock neither runs nor is paused');
  const moved = addAllowance(running.dueAt, extension, calendar);
  const asIs = isRoundTheClock(limit.unit) || limit.unit === extension.unit;
  const endAt = asIs ? moved : movedOffRestDays(moved, calendar);
  const extended = runUntil(running, endAt, limit, calendar);
  return clock.dueAt ? extended : pauseClock(extended, at, limit, calendar);
}

/** Running and past its date. The same in SQL: `stopped_at is null and due_at < now`. */
export function isOverdue(clock: ClockTimes, at: Date): boolean {
  return clock.stoppedAt === null && clock.dueAt !== null && clock.dueAt < at;
}

export type Card = 'none' | 'yellow' | 'red';

/**
 * The card on a clock at this instant: a stopped clock keeps the one it had, a void one has none, and
 * red is never shown on a clock that is not overdue.
 */
export function cardOf(clock: ClockTimes, at: Date): Card {
  const { dueAt: endAt, yellowAt, redAt, stoppedAt, outcome } = clock;
  if (!endAt || outcome === 'void') return 'none';
  const seenAt = stoppedAt && stoppedAt < at ? stoppedAt : at;
  if (redAt && redAt <= seenAt && endAt < seenAt) return 'red';
  return yellowAt && yellowAt <= seenAt ? 'yellow' : 'none';
}

import { millisOfTime } from '@/lib/time/civil';
import { DAY, instantAt, type WallClock, wallClockOf } from '@/lib/time/zone';
import {
  type Calendar,
  dayOfCount,
  shiftByWorkingDays,
  workingDayFrom,
  workingDaysUpTo,
  worksOn,
} from './calendar';
import { type Allowance, isRoundTheClock, type LimitUnit } from './limit';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** How long a limit takes that runs day and night, in milliseconds, rounded up. */
export const millisOf = (amount: number, unit: 'minutes' | 'hours'): number =>
  Math.ceil(amount * (unit === 'hours' ? HOUR : MINUTE));

/**
 * What is left of a limit, in its own kind of time: milliseconds of which a day has 24 hours and, in
 * working days, a rest day none. Negative once overdue.
 */
export interface Remaining {
  unit: LimitUnit;
  millis: number;
}

function check({ amount, unit }: Allowance): void {
  const sound = isRoundTheClock(unit) ? Number.isFinite(amount) : Number.isSafeInteger(amount);
  if (!sound || amount <= 0) throw new RangeError(`Not an allowance: ${amount} ${unit}`);
}

function closeOf(calendar: Calendar, day: number): WallClock {
  return { day, millis: millisOfTime(calendar.businessEndsAt) };
}

/**
 * An end on a legal rest day moves to the next working day's close of business (民法典 Art 203).
 * Earlier hours of that next day move along, or a later end would come out before an earlier one.
 */
function endAfterRest(end: WallClock, calendar: Calendar): WallClock {
  const close = closeOf(calendar, workingDayFrom(calendar, end.day));
  const afterRest = !worksOn(calendar, end.day - 1) && end.millis < close.millis;
  return close.day > end.day || afterRest ? close : end;
}

/** `endAfterRest` for an instant; one that ends well stays what it is. */
export function movedOffRestDays(endAt: Date, calendar: Calendar): Date {
  return instantAt(endAfterRest(wallClockOf(endAt, calendar.zone), calendar), calendar.zone);
}

/**
 * When a limit that starts now ends. Hours and minutes count from the moment itself and know no calendar. Days:
 * the first is not counted (民法典 Art 201), the last ends at close of business and, for calendar
 * days, is never a legal rest day (Art 203). Throws RangeError unless the amount is positive, and
 * whole where it counts days.
 */
export function dueAt(startedAt: Date, limit: Allowance, calendar: Calendar): Date {
  check(limit);
  if (isRoundTheClock(limit.unit)) return addAllowance(startedAt, limit, calendar);
  const { day } = wallClockOf(startedAt, calendar.zone);
  const last =
    limit.unit === 'workingDays'
      ? shiftByWorkingDays(calendar, day, limit.amount)
      : workingDayFrom(calendar, day + limit.amount);
  return instantAt(closeOf(calendar, last), calendar.zone);
}

/** An end moved by an extension. It is counted from the end, not from today, and keeps its hour. */
export function addAllowance(endAt: Date, extension: Allowance, calendar: Calendar): Date {
  check(extension);
  const { amount, unit } = extension;
  if (isRoundTheClock(unit)) return new Date(endAt.getTime() + millisOf(amount, unit));
  const { day, millis } = wallClockOf(endAt, calendar.zone);
  const end =
    unit === 'workingDays'
      ? { day: shiftByWorkingDays(calendar, day, amount), millis }
      : endAfterRest({ day: day + amount, millis }, calendar);
  return instantAt(end, calendar.zone);
}

/** The position of an instant in the kind of time the unit counts; only differences mean something. */
function positionOf(at: Date, unit: LimitUnit, calendar: Calendar): number {
  if (isRoundTheClock(unit)) return at.getTime();
  const { day, millis } = wallClockOf(at, calendar.zone);
  if (unit === 'calendarDays') return day * DAY + millis;
  const before = workingDaysUpTo(calendar, day - 1);
  return before * DAY + (workingDaysUpTo(calendar, day) > before ? millis : 0);
}

/** What is left at `at` until `endAt`, which for working days lies on a working day. */
export function remainingOf(at: Date, endAt: Date, unit: LimitUnit, calendar: Calendar): Remaining {
  const millis = positionOf(endAt, unit, calendar) - positionOf(at, unit, calendar);
  return { unit, millis };
}

/**
 * When a limit ends of which this much is left at `at`. A pause gives back exactly the time it took,
 * to the millisecond: whole days would let someone gain one by pausing over midnight. So the end may
 * leave the close of business, but no rest day; what was overdue is as overdue as before.
 */
export function dueFrom(at: Date, remaining: Remaining, calendar: Calendar): Date {
  const { unit, millis } = remaining;
  const position = positionOf(at, unit, calendar) + millis;
  if (isRoundTheClock(unit)) return new Date(position);
  const days = Math.floor(position / DAY);
  const end = { day: days, millis: position - days * DAY };
  if (unit === 'workingDays') {
    end.day = dayOfCount(calendar, days + 1, wallClockOf(at, calendar.zone).day);
    return instantAt(end, calendar.zone);
  }
  return instantAt(millis < 0 ? end : endAfterRest(end, calendar), calendar.zone);
}

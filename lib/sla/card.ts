import { instantAt, wallClockOf } from '@/lib/time/zone';
import { millisOf } from './allowance';
import { type Calendar, shiftByWorkingDays } from './calendar';
import { isRoundTheClock, type Limit } from './limit';

export interface CardTimes {
  yellowAt: Date;
  redAt: Date;
}

/**
 * When the holder of an unanswered clock gets a card.
 * Days: yellow one working day before the end at the same hour, red with the first working day after
 * it (Shandong provincial hotline rules, 2017). Hours and minutes: no rule is known to us, so ours: yellow when a
 * quarter of the limit is left, red at the end. So also where a day before the end would be the start or
 * earlier: a limit of one day is not yellow from its first minute.
 */
export function cardTimes(
  startedAt: Date,
  endAt: Date,
  limit: Limit,
  calendar: Calendar,
): CardTimes {
  const { amount, unit } = limit;
  const { yellowAt, redAt } = isRoundTheClock(unit)
    ? { yellowAt: new Date(endAt.getTime() - millisOf(amount, unit) / 4), redAt: endAt }
    : daysAround(endAt, calendar);
  if (yellowAt > startedAt) return { yellowAt, redAt };
  const whole = endAt.getTime() - startedAt.getTime();
  return { yellowAt: new Date(endAt.getTime() - Math.max(0, whole) / 4), redAt };
}

function daysAround(endAt: Date, calendar: Calendar): CardTimes {
  const { day, millis } = wallClockOf(endAt, calendar.zone);
  const dayBefore = shiftByWorkingDays(calendar, day, -1);
  const dayAfter = shiftByWorkingDays(calendar, day, 1);
  return {
    yellowAt: instantAt({ day: dayBefore, millis }, calendar.zone),
    redAt: instantAt({ day: dayAfter, millis: 0 }, calendar.zone),
  };
}

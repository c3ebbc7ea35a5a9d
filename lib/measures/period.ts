import { civilDate } from '@/lib/fields';
import {
  addDays,
  type CivilDate,
  civilDateOf,
  dayNumberOf,
  instantOf,
  weekdayOf,
} from '@/lib/time/civil';

/** Civil days, both ends included, and the instants they span, `until` excluded. */
export interface Period {
  fromOn: CivilDate;
  toOn: CivilDate;
  from: Date;
  until: Date;
}

/** Throws RangeError where the last day lies before the first, or one is no date. */
export function periodOf(fromOn: CivilDate, toOn: CivilDate, zone: string): Period {
  if (dayNumberOf(toOn) < dayNumberOf(fromOn)) throw new RangeError(`${toOn} before ${fromOn}`);
  return {
    fromOn,
    toOn,
    from: instantOf(fromOn, '00:00', zone),
    until: instantOf(addDays(toOn, 1), '00:00', zone),
  };
}

const firstOfMonth = (on: CivilDate): CivilDate => `${on.slice(0, 8)}01`;

/** The civil month in which the day lies. */
export function monthWith(on: CivilDate, zone: string): Period {
  const first = firstOfMonth(on);
  const last = addDays(firstOfMonth(addDays(first, 31)), -1);
  return periodOf(first, last, zone);
}

/** The civil quarter in which the day lies. */
export function quarterWith(on: CivilDate, zone: string): Period {
  const month = 1 + 3 * Math.floor((Number(on.slice(5, 7)) - 1) / 3);
  const first = `${on.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
  const last = addDays(firstOfMonth(addDays(first, 92)), -1);
  return periodOf(first, last, zone);
}

export const isMonth = ({ fromOn, toOn }: Period): boolean =>
  fromOn === firstOfMonth(fromOn) && addDays(toOn, 1) === firstOfMonth(addDays(fromOn, 31));

/** So many days up to and with today. */
export function lastDays(days: number, at: Date, zone: string): Period {
  const today = civilDateOf(at, zone);
  return periodOf(addDays(today, 1 - days), today, zone);
}

/** This month and those before it, newest first. */
export function recentMonths(count: number, at: Date, zone: string): Period[] {
  const months = [monthWith(civilDateOf(at, zone), zone)];
  while (months.length < count) {
    const last = months.at(-1);
    if (last) months.push(monthWith(addDays(last.fromOn, -1), zone));
  }
  return months;
}

/** The week, Monday to Sunday, in which the day lies. */
export function weekWith(on: CivilDate, zone: string): Period {
  const monday = addDays(on, 1 - weekdayOf(on));
  return periodOf(monday, addDays(monday, 6), zone);
}

/** This week and those before it, newest first. */
export function recentWeeks(count: number, at: Date, zone: string): Period[] {
  const { fromOn } = weekWith(civilDateOf(at, zone), zone);
  return Array.from({ length: count }, (_, nth) => weekWith(addDays(fromOn, -7 * nth), zone));
}

/** What to compare with: the month before a month, else as many days right before. */
export function periodBefore(period: Period, zone: string): Period {
  const last = addDays(period.fromOn, -1);
  if (isMonth(period)) return monthWith(last, zone);
  const days = dayNumberOf(period.toOn) - dayNumberOf(period.fromOn);
  return periodOf(addDays(last, -days), last, zone);
}

/** Two dates as typed into an address; the last 30 days where there are none, or none that make sense. */
export function readPeriod(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  at: Date,
  zone: string,
): { period: Period; understood: boolean } {
  const usual = lastDays(30, at, zone);
  if (!from && !to) return { period: usual, understood: true };
  const [first, last] = [civilDate().safeParse(from), civilDate().safeParse(to)];
  if (!first.success || !last.success || last.data < first.data) {
    return { period: usual, understood: false };
  }
  return { period: periodOf(first.data, last.data, zone), understood: true };
}

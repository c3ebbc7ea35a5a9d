import { type Calendar, worksOn } from '@/lib/sla/calendar';
import { civilDateOfDay } from '@/lib/time/civil';
import { instantAt } from '@/lib/time/zone';
import { diceOf } from './ids';

/** Months a matter comes up in, January first: 1 is an ordinary month. */
export type Season = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export const allYear: Season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/** The heating season of the north, middle of November to middle of March. */
export const heatingSeason: Season = [
  3.2, 2.2, 1, 0.1, 0.02, 0.02, 0.02, 0.02, 0.05, 0.6, 3.6, 3.4,
];
export const rainSeason: Season = [0.2, 0.2, 0.4, 0.7, 1, 1.8, 3.2, 2.8, 1.2, 0.5, 0.3, 0.2];
export const schoolSeason: Season = [0.5, 1.2, 1.2, 0.7, 0.8, 1.4, 1.2, 2, 3.4, 0.8, 0.6, 0.5];
export const hotSeason: Season = [0.2, 0.2, 0.5, 0.8, 1.4, 2.2, 2.6, 2.4, 1.2, 0.6, 0.3, 0.2];
export const fieldSeason: Season = [0.2, 0.4, 1.4, 2, 1.8, 1.6, 1.2, 1, 1.4, 1.2, 0.4, 0.2];

/** Cases of a whole county by month: heating makes the winter, rain the summer. */
const months: Season = [1.22, 0.92, 0.95, 0.88, 0.9, 0.98, 1.1, 1.08, 1, 0.86, 1.14, 1.2];

/** Calls by hour of the day, midnight first. */
const hours = [
  0.8, 0.5, 0.35, 0.3, 0.3, 0.5, 1.4, 3.2, 6.6, 8.6, 8.8, 7.4, 4.9, 5.4, 6.9, 7.4, 7.2, 6.2, 5, 4.8,
  4.5, 3.8, 2.6, 1.5,
];
const restHours = hours.map((it, hour) => (hour < 9 ? it * 0.7 : it));

/** How busy one civil day is: its month, whether people work, and a little of its own. */
function weightOf(day: number, calendar: Calendar, seed: number): number {
  const own = 0.85 + 0.3 * diceOf(seed ^ 0x5ea5, day).next();
  return (months[monthOf(day)] ?? 1) * (worksOn(calendar, day) ? 1 : 0.62) * own;
}

/** One civil day of filings. */
export interface FilingDay {
  /** Days since 1970-01-01. */
  day: number;
  count: number;
  /** Number of the first case among all of them. */
  first: number;
}

/** Cases shared out over the days before `until`, which is excluded; the counts add up to `cases`. */
export function filingDays(
  { cases, years, seed }: { cases: number; years: number; seed: number },
  until: number,
  calendar: Calendar,
): FilingDay[] {
  const length = Math.round(years * 365.25);
  const weights = Array.from({ length }, (_, nth) =>
    weightOf(until - length + nth, calendar, seed),
  );
  const whole = weights.reduce((sum, it) => sum + it, 0);
  let reached = 0;
  let first = 0;
  return weights.flatMap((weight, nth) => {
    reached += weight;
    const upTo = nth === length - 1 ? cases : Math.round((reached / whole) * cases);
    const found = { day: until - length + nth, count: upTo - first, first };
    first = upTo;
    return found.count > 0 ? [found] : [];
  });
}

const sumOf = (list: readonly number[]) => list.reduce((sum, it) => sum + it, 0);

/** Instants of one day's filings, in order, no two the same. */
export function momentsOf({ day, count }: FilingDay, calendar: Calendar, seed: number): number[] {
  const curve = worksOn(calendar, day) ? hours : restHours;
  const whole = sumOf(curve);
  const roll = diceOf(seed ^ 0x0f11, day);
  const dawn = instantAt({ day, millis: 0 }, calendar.zone).getTime();
  const found = Array.from({ length: count }, () => {
    let left = roll.next() * whole;
    const hour = curve.findIndex((it) => {
      left -= it;
      return left < 0;
    });
    return dawn + Math.floor(((hour < 0 ? 23 : hour) + roll.next()) * 3_600_000);
  }).sort((a, b) => a - b);
  for (let nth = 1; nth < found.length; nth++) {
    found[nth] = Math.max(found[nth] ?? 0, (found[nth - 1] ?? 0) + 1);
  }
  return found;
}

/** The month of a civil day, 0 for January. */
export const monthOf = (day: number): number => Number(civilDateOfDay(day).slice(5, 7)) - 1;

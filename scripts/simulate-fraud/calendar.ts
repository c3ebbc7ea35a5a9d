/** Civil days of Beijing, which knows no summer time, as milliseconds. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
const ahead = 8 * hour;

export const midnight = (year: number, month: number, date = 1): number =>
  Date.UTC(year, month - 1, date) - ahead;

const wall = (at: number): Date => new Date(at + ahead);

/** Midnight of the same civil day. */
export const dayOf = (at: number): number => Math.floor((at + ahead) / day) * day - ahead;

export const monthOf = (at: number): number => wall(at).getUTCMonth() + 1;

const isWeekend = (at: number): boolean => [0, 6].includes(wall(at).getUTCDay());

/** The same instant, or the first hour of work after it. */
export function atWork(at: number, hourOfDay: number): number {
  let on = dayOf(at);
  if (at > on + 17 * hour) on += day;
  while (isWeekend(on)) on += day;
  return Math.max(at, on + hourOfDay * hour);
}

/** The Friday of that week, at four in the afternoon. */
export function friday(at: number): number {
  const left = (5 - wall(at).getUTCDay() + 7) % 7;
  return dayOf(at) + left * day + 16 * hour;
}

/** One of the last three days of that month, chosen by a number from 0 up to 1. */
export function monthEnd(at: number, chance: number): number {
  const there = wall(at);
  const last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
  const on = midnight(
    there.getUTCFullYear(),
    there.getUTCMonth() + 1,
    last - Math.floor(chance * 3),
  );
  return on + 9 * hour + Math.floor(chance * 8 * hour);
}

import type { Calendar } from '@/lib/sla/calendar';
import { instantAt } from '@/lib/time/zone';
import type { Dice } from '@/prisma/seed/dice';
import { diceOf } from './ids';
import type { Arrival } from './play-case';
import { type FilingDay, momentsOf } from './seasons';

const MINUTE = 60_000;

/** Within how many minutes of the first the others of an outbreak call. */
const spanMinutes = 60;

/** At least so many courses are played, however few cases there are to a course: enough for every rare thing. */
const fewestCourses = 2000;
const mostToACourse = 60;

/** How many cases take one course. */
export const toACourse = (cases: number): number =>
  Math.min(mostToACourse, Math.max(1, Math.floor(cases / fewestCourses)));

export interface Coming {
  /** Number among all cases. */
  nth: number;
  on: Arrival;
}

/** Cases of one matter on one day: all take the course of the first, whole minutes later. */
export type Outbreak = readonly Coming[];

/**
 * A day's cases as they come in, in outbreaks: one pipe bursts and twenty people call. The day's count and
 * the hours people call at stay what they are.
 */
export function outbreaksOf(
  day: FilingDay,
  calendar: Calendar,
  { seed, cases }: { seed: number; cases: number },
): Outbreak[] {
  const each = toACourse(cases);
  const latest = instantAt({ day: day.day + 1, millis: -spanMinutes * MINUTE }, calendar.zone);
  const first = momentsOf({ ...day, count: Math.ceil(day.count / each) }, calendar, seed).map(
    // Nobody of an outbreak calls on the next day.
    (at) => (at < latest.getTime() ? at : at - spanMinutes * MINUTE),
  );
  const roll = diceOf(seed ^ 0x0b7e, day.day);
  const minutes = first.map(() => shuffledMinutes(roll));
  const moments = Array.from({ length: day.count }, (_, nth) => {
    const outbreak = nth % first.length;
    const minute = nth < first.length ? 0 : (minutes[outbreak]?.pop() ?? 0);
    return { at: (first[outbreak] ?? 0) + minute * MINUTE, outbreak };
  });
  const outbreaks = first.map((): Coming[] => []);
  for (const [nth, { at, outbreak }] of moments.toSorted((a, b) => a.at - b.at).entries()) {
    outbreaks[outbreak]?.push({ nth: day.first + nth, on: { day: day.day, at, inDay: nth + 1 } });
  }
  return outbreaks;
}

/** Every minute of the span once, in no order. */
function shuffledMinutes(roll: Dice): number[] {
  const list = Array.from({ length: spanMinutes }, (_, nth) => nth + 1);
  for (let nth = list.length - 1; nth > 0; nth--) {
    const other = Math.floor(roll.next() * (nth + 1));
    [list[nth], list[other]] = [list[other] ?? 0, list[nth] ?? 0];
  }
  return list;
}

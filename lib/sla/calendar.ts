import {
  type CivilDate,
  civilDateOfDay,
  dayNumberOf,
  type WallTime,
  weekdayOfDay,
} from '@/lib/time/civil';

/**
 * One version of a place's working days. Load it once per version and keep it: the counts below are
 * remembered with `days`, which must not change afterwards.
 */
export interface Calendar {
  version: number;
  zone: string;
  /** Exceptions from Monday–Friday: true works (调休), false rests. */
  days: ReadonlyMap<CivilDate, boolean>;
  /** The last year whose holiday notice is in `days`. */
  lastKnownYear: number;
  businessEndsAt: WallTime;
}

/** Exceptions in order, each with the working days gained or lost by it and all before it. */
interface Exceptions {
  lastKnownYear: number;
  days: number[];
  gains: number[];
}

/**
 * Days off that the law itself fixes by date, so they wait for no notice: 全国年节及纪念日放假办法
 * (2024) Art 2. Those of the moon's year, and what is moved round them, only the notice tells.
 */
const standing = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** Years after the last notice in which they are counted on; no clock of ours runs so long. */
const YEARS_AHEAD = 5;

function standingRest(lastKnownYear: number): [CivilDate, boolean][] {
  const years = Array.from({ length: YEARS_AHEAD }, (_, n) => lastKnownYear + 1 + n);
  return years.flatMap((year) =>
    standing.map((date): [CivilDate, boolean] => [`${year}-${date}`, false]),
  );
}

const remembered = new WeakMap<Calendar['days'], Exceptions>();

function exceptionsOf(calendar: Calendar): Exceptions {
  const { lastKnownYear } = calendar;
  const known = remembered.get(calendar.days);
  if (known?.lastKnownYear === lastKnownYear) return known;
  const fresh: Exceptions = { lastKnownYear, days: [], gains: [] };
  const all = new Map([...standingRest(lastKnownYear), ...calendar.days]);
  const dated = [...all].map(([on, working]) => ({ day: dayNumberOf(on), working }));
  let gain = 0;
  for (const { day, working } of dated.sort((a, b) => a.day - b.day)) {
    if (working === weekdayOfDay(day) <= 5) continue;
    gain += working ? 1 : -1;
    fresh.days.push(day);
    fresh.gains.push(gain);
  }
  remembered.set(calendar.days, fresh);
  return fresh;
}

function gainUpTo({ days, gains }: Exceptions, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return gains[low - 1] ?? 0;
}

/** Working days up to and including this one, from a fixed day long ago: only differences mean something. */
export function workingDaysUpTo(calendar: Calendar, day: number): number {
  const weeks = Math.floor((day + 3) / 7);
  return weeks * 5 + Math.min(weekdayOfDay(day), 5) + gainUpTo(exceptionsOf(calendar), day);
}

export function worksOn(calendar: Calendar, day: number): boolean {
  return workingDaysUpTo(calendar, day) > workingDaysUpTo(calendar, day - 1);
}

/**
 * The day with which `count` working days are reached, looked for from `near`. The count grows by at
 * most one a day, so stepping by what is missing (or too much) never jumps over the day.
 */
export function dayOfCount(calendar: Calendar, count: number, near: number): number {
  let day = near;
  let missing = count - workingDaysUpTo(calendar, day);
  while (missing > 0) {
    day += missing;
    missing = count - workingDaysUpTo(calendar, day);
  }
  let excess = workingDaysUpTo(calendar, day - 1) - count + 1;
  while (excess > 0) {
    day -= excess;
    excess = workingDaysUpTo(calendar, day - 1) - count + 1;
  }
  return day;
}

/** This day if it works, else the next that does. */
export function workingDayFrom(calendar: Calendar, day: number): number {
  return dayOfCount(calendar, workingDaysUpTo(calendar, day - 1) + 1, day);
}

/** The nth working day after this day (before it, if negative); the day itself for 0. */
export function shiftByWorkingDays(calendar: Calendar, day: number, days: number): number {
  if (days === 0) return day;
  const from = workingDaysUpTo(calendar, days > 0 ? day : day - 1);
  return dayOfCount(calendar, days > 0 ? from + days : from + days + 1, day);
}

export function isWorkingDay(calendar: Calendar, on: CivilDate): boolean {
  return worksOn(calendar, dayNumberOf(on));
}

/** The nth working day after `on`, which itself is not counted; before it, if `days` is negative. */
export function addWorkingDays(calendar: Calendar, on: CivilDate, days: number): CivilDate {
  return civilDateOfDay(shiftByWorkingDays(calendar, dayNumberOf(on), days));
}

/** Working days after `from` up to and including `to`; negative if `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  return workingDaysUpTo(calendar, dayNumberOf(to)) - workingDaysUpTo(calendar, dayNumberOf(from));
}

/** Whether `on` lies in a year whose holiday notice is not out (it comes each November). */
export function isProvisional(calendar: Calendar, on: CivilDate): boolean {
  return Number(on.slice(0, 4)) > calendar.lastKnownYear;
}

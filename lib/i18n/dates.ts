import { dateWordsOf } from './date-words';
import type { Locale } from './locale';

/** How to tell a time: language, IANA zone, and the instant from which it is told. */
export type Telling = { locale: Locale; zone: string; at: Date };

type Civil = {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
};

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}

/** Instants told lately: a page tells each of its own several times, and `at` with every one. */
const told = new Map<string, Civil>();
const mostTold = 2_000;

function civil(instant: Date, zone: string): Civil {
  const name = `${instant.getTime()} ${zone}`;
  const known = told.get(name) ?? readClock(instant, zone);
  if (told.size >= mostTold) told.clear();
  told.set(name, known);
  return known;
}

function readClock(instant: Date, zone: string): Civil {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    year: Number(part('year')),
    month: Number(part('month')),
    day: Number(part('day')),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/** `18:00` */
export function hourOf(instant: Date, { zone }: Pick<Telling, 'zone'>): string {
  const { hour, minute } = civil(instant, zone);
  return `${hour}:${minute}`;
}

/** `18:00:07` */
export function secondOf(instant: Date, telling: Pick<Telling, 'zone'>): string {
  return `${hourOf(instant, telling)}:${String(instant.getUTCSeconds()).padStart(2, '0')}`;
}

const isOfYear = (then: Pick<Civil, 'year'>, { at, zone }: Telling) =>
  then.year === civil(at, zone).year;

/** `11月27日` or `27 November`; with the year when it is not the year of `at`. */
export function dayOf(instant: Date, telling: Telling): string {
  const then = civil(instant, telling.zone);
  return dateWordsOf(telling.locale).day(then, !isOfYear(then, telling));
}

/** `2026年11月` or `November 2026`. */
export function monthOf(instant: Date, { locale, zone }: Omit<Telling, 'at'>): string {
  return dateWordsOf(locale).month(civil(instant, zone), true);
}

/** `2026年11月20日 星期五` or `Friday 20 November 2026`. */
export function fullDayOf(instant: Date, { locale, zone }: Omit<Telling, 'at'>): string {
  return dateWordsOf(locale).fullDay(civil(instant, zone));
}

function partsOf(civilDate: string) {
  const [year = 0, month = 0, day = 0] = civilDate.split('-').map(Number);
  return { year, month, day };
}

/** A civil date `YYYY-MM-DD` as `dayOf` would tell it. */
export function civilDay(dayOn: string, telling: Telling): string {
  const then = partsOf(dayOn);
  return dateWordsOf(telling.locale).day(then, !isOfYear(then, telling));
}

/** The month of a civil date `YYYY-MM-DD`: `11月` or `November`; with the year when it is not the year of `at`. */
export function civilMonth(dayOn: string, telling: Telling): string {
  const then = partsOf(dayOn);
  return dateWordsOf(telling.locale).month(then, !isOfYear(then, telling));
}

/** `11月19日 07:50` or `19 November, 07:50`: when something happened. */
export function momentOf(instant: Date, telling: Telling): string {
  const then = civil(instant, telling.zone);
  const withYear = !isOfYear(then, telling);
  return dateWordsOf(telling.locale).moment(then, withYear, hourOf(instant, telling));
}

/** `11月19日 星期四 18:00` or `19 November, 18:00`: a date one can rely on. */
export function promisedMomentOf(instant: Date, telling: Telling): string {
  const then = civil(instant, telling.zone);
  const withYear = !isOfYear(then, telling);
  return dateWordsOf(telling.locale).promised(then, withYear, hourOf(instant, telling));
}

/** The hour alone when the event before fell on the same day, else day and hour. */
export function storyMomentOf(instant: Date, before: Date | null, telling: Telling): string {
  const same = before !== null && sameDay(instant, before, telling.zone);
  return same ? hourOf(instant, telling) : momentOf(instant, telling);
}

export function sameDay(one: Date, other: Date, zone: string): boolean {
  const [a, b] = [civil(one, zone), civil(other, zone)];
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

import { DAY, instantAt, wallClockOf } from './zone';

/** A date on the wall calendar, 'YYYY-MM-DD', years 0100–9999. */
export type CivilDate = string;
/** A time on the wall clock, 'HH:mm', 00:00–23:59. */
export type WallTime = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

function dayOf(year = 0, month = 0, date = 0): number | null {
  const utc = new Date(Date.UTC(year, month - 1, date));
  const real = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1;
  return real ? utc.getTime() / DAY : null;
}

/** Days since 1970-01-01. Throws RangeError for anything but a real date. */
export function dayNumberOf(on: CivilDate): number {
  const parts = DATE.exec(on);
  const day = parts && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null) throw new RangeError(`Not a date: ${on}`);
  return day;
}

/** The date so many days after 1970-01-01. */
export function civilDateOfDay(day: number): CivilDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Milliseconds from midnight to 'HH:mm'. Throws RangeError for anything else, 24:00 included. */
export function millisOfTime(time: WallTime): number {
  const parts = TIME.exec(time);
  if (!parts) throw new RangeError(`Not a time of day: ${time}`);
  return (Number(parts[1]) * 60 + Number(parts[2])) * 60_000;
}

/** The date on the wall of `zone` at this instant. */
export function civilDateOf(at: Date, zone: string): CivilDate {
  return civilDateOfDay(wallClockOf(at, zone).day);
}

/** The instant at which it is `time` on this date in `zone`. */
export function instantOf(on: CivilDate, time: WallTime, zone: string): Date {
  return instantAt({ day: dayNumberOf(on), millis: millisOfTime(time) }, zone);
}

export function addDays(on: CivilDate, days: number): CivilDate {
  return civilDateOfDay(dayNumberOf(on) + days);
}

/** 1 (Monday) to 7 (Sunday), for a number of days since 1970-01-01, a Thursday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(on: CivilDate): number {
  return weekdayOfDay(dayNumberOf(on));
}

const CHINESE_DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]\s*/;
const CHINESE_TIME = /(\d{1,2})[时点](\d{1,2})分(?:(\d{1,2})秒)?$/;
const WRITTEN =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:\s*(Z|[+-]\d{2}:?\d{2}))?$/;

/** Milliseconds by which 'Z' or '+08:00' is ahead of UTC; null beyond 14 hours, where no zone is. */
function offsetOf(written: string): number | null {
  if (written === 'Z') return 0;
  const hours = Number(written.slice(1, 3));
  const minutes = Number(written.slice(-2));
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return null;
  return (written.startsWith('-') ? -60_000 : 60_000) * (hours * 60 + minutes);
}

/**
 * The instant a table or a form means: `2019/4/25 9:32:09`, `2019-04-25 09:32`, ISO 8601,
 * `2019年4月25日 9:32`, `9时32分`; full-width digits too. Without an offset it is wall time of `zone`.
 * Null for anything else: a date without a time, 30 February, 24:00, text before or after.
 */
export function parseLocal(text: string, zone: string): Date | null {
  if (text.length > 64) return null;
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(CHINESE_DATE, '$1-$2-$3 ')
    .replace(CHINESE_TIME, (_, h: string, m: string, s = '0') =>
      [h, m.padStart(2, '0'), s.padStart(2, '0')].join(':'),
    );
  const found = WRITTEN.exec(plain);
  if (!found) return null;
  const [year, , month, date, hour, minute, second] = found
    .slice(1, 8)
    .map((part) => Number(part ?? 0));
  const day = dayOf(year, month, date);
  const millis = millisWithin(hour, minute, second, found[8]);
  if (day === null || millis === null) return null;
  if (!found[9]) return instantAt({ day, millis }, zone);
  const offset = offsetOf(found[9]);
  return offset === null ? null : new Date(day * DAY + millis - offset);
}

function millisWithin(hour = 0, minute = 0, second = 0, fraction = ''): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

import type { Locale } from './locale';

/** How to tell a time: language, IANA zone, and the instant from which it is told. */
export type Telling = { locale: Locale; zone: string; at: Date };

type Civil = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: string;
  minute: string;
};

const weekdays: Record<Locale, readonly string[]> = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

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
    ...dayParts(Number(part('year')), Number(part('month')), Number(part('day'))),
    hour: part('hour'),
    minute: part('minute'),
  };
}

function dayParts(year: number, month: number, day: number) {
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** `18:00` */
export function hourOf(instant: Date, { zone }: Pick<Telling, 'zone'>): string {
  const { hour, minute } = civil(instant, zone);
  return `${hour}:${minute}`;
}

function dayName(
  { year, month, day, weekday }: Pick<Civil, 'year' | 'month' | 'day' | 'weekday'>,
  { locale, withYear, withWeekday }: { locale: Locale; withYear: boolean; withWeekday: boolean },
): string {
  const name = withWeekday ? weekdays[locale][weekday] : undefined;
  if (locale === 'zh') {
    return `${withYear ? `${year}年` : ''}${month}月${day}日${name ? ` ${name}` : ''}`;
  }
  return `${name ? `${name} ` : ''}${day} ${months[month - 1]}${withYear ? ` ${year}` : ''}`;
}

/** `11月27日` or `27 November`; with the year when it is not the year of `at`. */
export function dayOf(instant: Date, { locale, zone, at }: Telling): string {
  const then = civil(instant, zone);
  const withYear = then.year !== civil(at, zone).year;
  return dayName(then, { locale, withYear, withWeekday: false });
}

/** `2026年11月` or `November 2026`. */
export function monthOf(instant: Date, { locale, zone }: Omit<Telling, 'at'>): string {
  const { year, month } = civil(instant, zone);
  return locale === 'zh' ? `${year}年${month}月` : `${months[month - 1]} ${year}`;
}

/** `2026年11月20日 星期五` or `Friday 20 November 2026`. */
export function fullDayOf(instant: Date, { locale, zone }: Omit<Telling, 'at'>): string {
  return dayName(civil(instant, zone), { locale, withYear: true, withWeekday: true });
}

/** A civil date `YYYY-MM-DD` as `dayOf` would tell it. */
export function civilDay(dayOn: string, { locale, zone, at }: Telling): string {
  const [year = 0, month = 0, day = 0] = dayOn.split('-').map(Number);
  const withYear = year !== civil(at, zone).year;
  return dayName(dayParts(year, month, day), { locale, withYear, withWeekday: false });
}

/** `11月19日 07:50` or `19 November, 07:50`: when something happened. */
export function momentOf(instant: Date, telling: Telling): string {
  const comma = telling.locale === 'en' ? ',' : '';
  return `${dayOf(instant, telling)}${comma} ${hourOf(instant, telling)}`;
}

/** `11月19日 星期四 18:00` or `19 November, 18:00`: a date one can rely on. */
export function promisedMomentOf(instant: Date, telling: Telling): string {
  if (telling.locale === 'en') return momentOf(instant, telling);
  const weekday = weekdays.zh[civil(instant, telling.zone).weekday];
  return `${dayOf(instant, telling)} ${weekday} ${hourOf(instant, telling)}`;
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

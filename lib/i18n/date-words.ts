import { fill } from './fill';
import { languageOf } from './languages';
import type { Locale } from './locale';

type CivilDate = { year: number; month: number; day: number };

/** How one language tells a day, a month, and the moment of a day. `month` counts from 1, weekdays from Sunday, 0. */
export interface DateWords {
  day(date: CivilDate, withYear: boolean): string;
  month(date: Omit<CivilDate, 'day'>, withYear: boolean): string;
  fullDay(date: CivilDate): string;
  moment(date: CivilDate, withYear: boolean, hour: string): string;
  /** A moment one can rely on. */
  promised(date: CivilDate, withYear: boolean, hour: string): string;
}

const kept = new Map<Locale, DateWords>();

/** By the words the language brings, else as Intl has it. */
export function dateWordsOf(locale: Locale): DateWords {
  const known = kept.get(locale);
  if (known) return known;
  const { dates, intl } = languageOf(locale);
  const made = dates ? byWords(dates) : byIntl(intl);
  kept.set(locale, made);
  return made;
}

const utc = ({ year, month, day }: CivilDate) => new Date(Date.UTC(year, month - 1, day));

function byWords(words: NonNullable<ReturnType<typeof languageOf>['dates']>): DateWords {
  const weekday = (date: CivilDate) => words.weekdays[utc(date).getUTCDay()] ?? '';
  const named = <T extends { month: number }>(date: T) => ({
    ...date,
    month: words.months[date.month - 1] ?? '',
  });
  const day = (date: CivilDate, withYear: boolean) =>
    fill(withYear ? words.dayOfYear : words.day, named(date));
  const values = (date: CivilDate, withYear: boolean, hour = '') => ({
    date: day(date, withYear),
    weekday: weekday(date),
    hour,
  });
  return {
    day,
    month: (date, withYear) => fill(withYear ? words.monthOfYear : words.month, named(date)),
    fullDay: (date) => fill(words.withWeekday, values(date, true)),
    moment: (...of) => fill(words.moment, values(...of)),
    promised: (...of) => fill(words.promised, values(...of)),
  };
}

function byIntl(tag: string): DateWords {
  const told = (...options: Intl.DateTimeFormatOptions[]) =>
    new Intl.DateTimeFormat(
      tag,
      Object.assign({ timeZone: 'UTC', calendar: 'gregory' }, ...options),
    );
  const year: Intl.DateTimeFormatOptions = { year: 'numeric' };
  const month: Intl.DateTimeFormatOptions = { month: 'long' };
  const day: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric' };
  const weekday: Intl.DateTimeFormatOptions = { weekday: 'long' };
  const days = [told(day), told(day, year)] as const;
  const months = [told(month), told(month, year)] as const;
  const promised = [told(day, weekday), told(day, weekday, year)] as const;
  const of = (pair: readonly [Intl.DateTimeFormat, Intl.DateTimeFormat], withYear: boolean) =>
    pair[withYear ? 1 : 0];
  return {
    day: (date, withYear) => of(days, withYear).format(utc(date)),
    month: (date, withYear) => of(months, withYear).format(utc({ ...date, day: 1 })),
    fullDay: (date) => promised[1].format(utc(date)),
    moment: (date, withYear, hour) => `${of(days, withYear).format(utc(date))} ${hour}`,
    promised: (date, withYear, hour) => `${of(promised, withYear).format(utc(date))} ${hour}`,
  };
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { civilMonth, dayOf, fullDayOf, momentOf, promisedMomentOf } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import {
  chooseLocale,
  isLocale,
  type Locale,
  localeOf,
  locales,
  otherLocales,
} from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';
import { numberIn } from '@/lib/i18n/numbers';
import { gapWords, spanWords } from '@/lib/i18n/spans';

/** What comes by a file of its own is told as the built-in languages are. */

// Before anything asks for a language: they are read once.
const folder = mkdtempSync(join(tmpdir(), 'huiyin-languages-'));
process.env.HUIYIN_MESSAGES = folder;
afterAll(() => rmSync(folder, { recursive: true }));

const days = '{days, plural, one {# день} few {# дня} many {# дней} other {# дня}}';
const plain = { hours: '{hours} ч', minutes: '{minutes} мин', none: '< 1 мин', later: '+{span}' };
const spans = { ...plain, days, hoursAndMinutes: '{hours} ч {minutes} мин' };
const marks = { dot: ' · ', list: ', ', comma: ', ' };
const common = { dir: 'ltr', spans, marks };
for (const [name, language] of Object.entries({
  ru: { ...common, name: 'Русский', lang: 'ru', names: 'en' },
  ug: { ...common, name: 'ئۇيغۇرچە', lang: 'ug-CN', dir: 'rtl', names: 'zh', intl: 'ug' },
  'zh-Hant': {
    ...common,
    name: '正體字',
    lang: 'zh-Hant',
    names: 'zh',
    dates: {
      weekdays: [...'日一二三四五六'].map((it) => `禮拜${it}`),
      months: [...'正二三四五六七八九十', '冬', '臘'],
      day: '{month}月{day}日',
      dayOfYear: '{year}年{month}月{day}日',
      month: '{month}月',
      monthOfYear: '{year}年{month}月',
      withWeekday: '{date}({weekday})',
      moment: '{date}於{hour}',
      promised: '{date}{weekday}{hour}前',
    },
  },
})) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ language }));
}

const [ru, ug, hant] = ['ru', 'ug', 'zh-Hant'] as unknown as [Locale, Locale, Locale];
const telling = { zone: 'Asia/Shanghai', at: new Date('2026-11-16T00:12:00Z') };
const promised = new Date('2026-11-19T10:00:00Z');
const next = new Date('2027-01-04T10:00:00Z');

describe('with further languages', () => {
  it('there are these, each with links to the others', () => {
    expect(locales()).toEqual(['zh', 'en', 'ru', 'ug', 'zh-Hant']);
    expect(otherLocales('en')).toEqual(['zh', 'ru', 'ug', 'zh-Hant']);
    expect(languageOf(ug)).toMatchObject({ lang: 'ug-CN', dir: 'rtl', name: 'ئۇيغۇرچە' });
  });

  it.each([
    ['ru', 'en', 'ru'],
    ['RU', 'en', 'en'],
    ['ko', null, 'zh'],
    [undefined, 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    [undefined, 'fr,ug-Arab-CN;q=0.7,en;q=0.6', 'ug'],
    [undefined, 'en;q=0.5,ug;q=0.8,ru;q=0.6', 'ug'],
    [undefined, 'ug;q=0,ru;q=0.1', 'ru'],
    [undefined, 'zh-Hant-TW', 'zh-Hant'],
    [undefined, 'zh-TW', 'zh'],
    [undefined, 'ZH-HANT', 'zh-Hant'],
    [undefined, '-,;,ko', 'zh'],
  ])('cookie %s, header %s → %s', (cookie, header, expected) => {
    expect(chooseLocale(cookie, header)).toBe(expected);
  });

  it('somebody kept with one that is gone is told in Chinese', () => {
    expect(['ru', 'ko', null].map(localeOf)).toEqual(['ru', 'zh', 'zh']);
    expect(['ug', 'toString', '__proto__', undefined, 1].map(isLocale)).toEqual([
      true,
      ...Array(4).fill(false),
    ]);
  });

  it('units are named in the one of their two languages it chose', () => {
    const unit = { name: '柳湾街道', nameEn: 'Liuwan Subdistrict' };
    expect(nameIn(ru, unit)).toBe(unit.nameEn);
    expect(nameIn(ug, unit)).toBe(unit.name);
  });

  it('tells dates as Intl has them', () => {
    const of = { ...telling, locale: ru };
    expect(dayOf(promised, of)).toBe('19 ноября');
    expect(dayOf(next, of)).toBe('4 января 2027 г.');
    expect(civilMonth('2026-10-01', of)).toBe('октябрь');
    expect(momentOf(promised, of)).toBe('19 ноября 18:00');
    expect(promisedMomentOf(promised, of)).toBe('четверг, 19 ноября 18:00');
    expect(fullDayOf(next, of)).toBe('понедельник, 4 января 2027 г.');
  });

  it('tells dates by words of its own where it has them', () => {
    const of = { ...telling, locale: hant };
    expect(dayOf(promised, of)).toBe('冬月19日');
    expect(civilMonth('2025-01-01', of)).toBe('2025年正月');
    expect(momentOf(next, of)).toBe('2027年正月4日於18:00');
    expect(promisedMomentOf(promised, of)).toBe('冬月19日禮拜四18:00前');
    expect(fullDayOf(promised, of)).toBe('2026年冬月19日(禮拜四)');
  });

  it('counts by its own plurals and writes numbers its own way', () => {
    const day = 86_400_000;
    expect([1, 2, 5, 21].map((n) => spanWords(n * day, ru))).toEqual([
      '1 день',
      '2 дня',
      '5 дней',
      '21 день',
    ]);
    expect(gapWords(telling.at, new Date(telling.at.getTime() + 5_400_000), ru)).toBe(
      '+1 ч 30 мин',
    );
    expect(numberIn(ru, 20_000)).toBe('20\u00a0000');
    expect(numberIn('zh', 20_000)).toBe('20,000');
  });
});

import { describe, expect, it } from 'vitest';
import {
  civilDay,
  dayOf,
  fullDayOf,
  hourOf,
  momentOf,
  promisedMomentOf,
  storyMomentOf,
} from '@/lib/i18n/dates';
import { gapWords, spanWords } from '@/lib/i18n/spans';

const zone = 'Asia/Shanghai';
const at = new Date('2026-11-16T00:12:00Z');
const zh = { locale: 'zh', zone, at } as const;
const en = { locale: 'en', zone, at } as const;
const promised = new Date('2026-11-19T10:00:00Z');

describe('dates', () => {
  it('tells a promised date, in Chinese with its weekday', () => {
    expect(promisedMomentOf(promised, zh)).toBe('11月19日 星期四 18:00');
    expect(promisedMomentOf(promised, en)).toBe('19 November, 18:00');
  });

  it('tells when something happened', () => {
    expect(momentOf(promised, zh)).toBe('11月19日 18:00');
    expect(momentOf(promised, en)).toBe('19 November, 18:00');
  });

  it('adds the year when it is another one', () => {
    const next = new Date('2027-01-04T10:00:00Z');
    expect(momentOf(next, zh)).toBe('2027年1月4日 18:00');
    expect(momentOf(next, en)).toBe('4 January 2027, 18:00');
    expect(civilDay('2026-12-01', zh)).toBe('12月1日');
    expect(civilDay('2027-12-01', en)).toBe('1 December 2027');
  });

  it('takes the day and the year of the zone, not of UTC', () => {
    const newYear = new Date('2026-12-31T16:00:00Z');
    expect(dayOf(newYear, zh)).toBe('2027年1月1日');
    expect(hourOf(newYear, { zone })).toBe('00:00');
    expect(fullDayOf(newYear, en)).toBe('Friday 1 January 2027');
    expect(fullDayOf(newYear, { locale: 'zh', zone: 'UTC' })).toBe('2026年12月31日 星期四');
  });

  it('leaves out the day when the event before fell on it', () => {
    const before = new Date('2026-11-19T00:00:00Z');
    expect(storyMomentOf(promised, before, zh)).toBe('18:00');
    expect(storyMomentOf(promised, at, zh)).toBe('11月19日 18:00');
    expect(storyMomentOf(promised, null, zh)).toBe('11月19日 18:00');
  });
});

describe('spans', () => {
  const minutes = (n: number) => n * 60_000;

  it.each([
    [0, '不到 1 分钟', 'less than a minute'],
    [-5, '不到 1 分钟', 'less than a minute'],
    [1, '1 分钟', '1 minute'],
    [14, '14 分钟', '14 minutes'],
    [60, '1 小时', '1 hour'],
    [92, '1 小时 32 分', '1 hour 32 min'],
    [360, '6 小时', '6 hours'],
    [1528, '1 天', '1 day'],
    [3282, '2 天', '2 days'],
  ])('%d minutes', (n, chinese, english) => {
    expect(spanWords(minutes(n), 'zh')).toBe(chinese);
    expect(spanWords(minutes(n), 'en')).toBe(english);
  });

  it('says how long the echo took', () => {
    const later = new Date(at.getTime() + minutes(14));
    expect(gapWords(at, later, 'zh')).toBe('14 分钟后');
    expect(gapWords(at, later, 'en')).toBe('14 minutes later');
  });
});

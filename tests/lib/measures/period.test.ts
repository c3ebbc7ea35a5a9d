import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isMonth,
  lastDays,
  monthWith,
  periodBefore,
  periodOf,
  readPeriod,
  recentMonths,
} from '@/lib/measures/period';
import { addDays, civilDateOf } from '@/lib/time/civil';

const zone = 'Asia/Shanghai';
const at = new Date('2026-11-20T01:05:00Z');

const days = ({ fromOn, toOn }: { fromOn: string; toOn: string }) => [fromOn, toOn];

test('both ends belong to it, in the wall time of the installation', () => {
  const october = periodOf('2026-10-01', '2026-10-31', zone);
  expect(october.from.toISOString()).toBe('2026-09-30T16:00:00.000Z');
  expect(october.until.toISOString()).toBe('2026-10-31T16:00:00.000Z');
  expect(() => periodOf('2026-10-02', '2026-10-01', zone)).toThrow(RangeError);
});

test('months, also February and the turn of the year', () => {
  expect(days(monthWith('2024-02-11', zone))).toEqual(['2024-02-01', '2024-02-29']);
  expect(days(monthWith('2026-12-31', zone))).toEqual(['2026-12-01', '2026-12-31']);
  expect(recentMonths(3, new Date('2026-01-31T17:00:00Z'), zone).map(days)).toEqual([
    ['2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-01-31'],
    ['2025-12-01', '2025-12-31'],
  ]);
  expect(isMonth(periodOf('2026-02-01', '2026-02-28', zone))).toBe(true);
  expect(isMonth(periodOf('2026-02-01', '2026-03-31', zone))).toBe(false);
  expect(isMonth(periodOf('2026-10-01', '2026-10-30', zone))).toBe(false);
});

test('the last 30 days end today', () => {
  expect(days(lastDays(30, at, zone))).toEqual(['2026-10-22', '2026-11-20']);
});

test('a month is compared with the month before, other days with as many before', () => {
  expect(days(periodBefore(monthWith('2026-03-15', zone), zone))).toEqual([
    '2026-02-01',
    '2026-02-28',
  ]);
  expect(days(periodBefore(periodOf('2026-10-22', '2026-11-20', zone), zone))).toEqual([
    '2026-09-22',
    '2026-10-21',
  ]);
});

test('any period starts where the one before ends', () => {
  const dates = fc.date({ min: at, max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.nat({ max: 800 }), (start, length) => {
      const fromOn = civilDateOf(start, zone);
      const period = periodOf(fromOn, addDays(fromOn, length), zone);
      expect(periodBefore(period, zone).until).toEqual(period.from);
      expect(period.until > period.from).toBe(true);
    }),
  );
});

test('reads two dates; anything else is said to be not understood', () => {
  const read = (from?: string, to?: string) => readPeriod({ from, to }, at, zone);
  expect(read()).toEqual({ period: lastDays(30, at, zone), understood: true });
  expect(days(read('2019-01-01', '2019-12-31').period)).toEqual(['2019-01-01', '2019-12-31']);
  for (const [from, to] of [
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['2026-03-01', undefined],
    ['yesterday', 'today'],
    ['0001-01-01', '9999-12-31'],
  ] as const) {
    expect(read(from, to).understood).toBe(false);
  }
});

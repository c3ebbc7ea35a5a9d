import { expect, test } from 'vitest';
import { periodsOver, type ReportKind } from '@/lib/reports/kinds';

const zone = 'Asia/Shanghai';
const over = (kind: ReportKind, when: string, firstOn = '2026-01-01') =>
  periodsOver(kind, { at: new Date(`${when}+08:00`), zone, firstOn }).map(
    ({ fromOn, toOn }) => `${fromOn} ${toOn}`,
  );

test('a day is over at six the next morning, and seven are made up for', () => {
  expect(over('day', '2026-11-29T05:59:59')[0]).toBe('2026-11-27 2026-11-27');
  expect(over('day', '2026-11-29T06:00:00')[0]).toBe('2026-11-28 2026-11-28');
  expect(over('day', '2026-11-29T06:00:00')).toHaveLength(7);
});

test('a week runs from Monday to Sunday', () => {
  expect(over('week', '2026-11-29T12:00:00')[0]).toBe('2026-11-16 2026-11-22');
  expect(over('week', '2026-11-30T05:00:00')[0]).toBe('2026-11-16 2026-11-22');
  expect(over('week', '2026-11-30T06:00:00')[0]).toBe('2026-11-23 2026-11-29');
  expect(over('week', '2026-11-30T06:00:00')).toHaveLength(5);
});

test('a month is over on the first of the next, in any year', () => {
  expect(over('month', '2027-01-01T05:00:00')[0]).toBe('2026-11-01 2026-11-30');
  expect(over('month', '2027-01-01T06:00:00')[0]).toBe('2026-12-01 2026-12-31');
  expect(over('month', '2027-03-02T06:00:00')[0]).toBe('2027-02-01 2027-02-28');
});

test('nothing is made of a time before the first case', () => {
  expect(over('day', '2026-11-29T12:00:00', '2026-11-27')).toEqual([
    '2026-11-28 2026-11-28',
    '2026-11-27 2026-11-27',
  ]);
  expect(over('month', '2026-11-29T12:00:00', '2026-10-31')).toEqual(['2026-10-01 2026-10-31']);
  expect(over('week', '2026-11-29T12:00:00', '2026-11-23')).toEqual([]);
});

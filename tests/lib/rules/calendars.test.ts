import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amendedDays,
  hasNoEffect,
  readCalendarRows,
  yearsWithoutHoliday,
} from '@/lib/rules/calendar-rows';
import { lookAt, nothingYet, type RunningClock } from '@/lib/rules/promise-moves';
import type { Calendar } from '@/lib/sla/calendar';
import { startClock } from '@/lib/sla/clock';
import { holidayRows } from '@/lib/sla/holidays';
import { recountClock } from '@/lib/sla/recompute';

const rowsOf = (text: string) => {
  const read = readCalendarRows(text);
  return read.ok ? read.rows : read.problems.map((it) => [it.code, it.values?.line]);
};

describe('days as people write them', () => {
  it('reads dates in every usual form, runs of days, and the heading', () => {
    expect(
      rowsOf(
        '日期,类型,名称\n2027-01-01,休,元旦\n2027/1/3\t班\n2027年2月5日～2027-02-06，休，春节',
      ),
    ).toEqual([
      { on: '2027-01-01', working: false, name: '元旦' },
      { on: '2027-01-03', working: true, name: '' },
      { on: '2027-02-05', working: false, name: '春节' },
      { on: '2027-02-06', working: false, name: '春节' },
    ]);
    expect(rowsOf('2027-01-01 rest New Year\n2027-01-02 plain')).toEqual([
      { on: '2027-01-01', working: false, name: 'New Year' },
      { on: '2027-01-02', working: null, name: '' },
    ]);
  });

  it('refuses a day that comes twice, be it within a run and be both agreed', () => {
    expect(rowsOf('2027-01-01,休\n2027-01-01,休')).toEqual([['lineTwice', 2]]);
    expect(rowsOf('2027-02-05~2027-02-08,休\n2027-02-07,班')).toEqual([['lineTwice', 2]]);
    expect(rowsOf('2027-01-01,休\n2027-01-02,休')).toHaveLength(2);
  });

  it.each(['2027-02-30,休', '2027-13-01,休', '27-01-01,休', '1,休', '2027-02-08~2027-02-05,休'])(
    'refuses %s as a date',
    (text) => expect(rowsOf(text)).toEqual([['lineDate', 1]]),
  );

  it('refuses runs of months, unknown words and thousands of lines', () => {
    expect(rowsOf('2027-01-01~2027-12-31,休')).toEqual([['lineDate', 1]]);
    expect(rowsOf('2027-01-01,maybe')).toEqual([['lineKind', 1]]);
    expect(rowsOf('\n'.repeat(100_000))[0]).toEqual(['tooManyLines', undefined]);
  });
});

describe('a version put together', () => {
  const base = holidayRows(2025, 2026);

  it('takes days over, back and in', () => {
    const days = amendedDays(base, [
      { on: '2026-01-01', working: null, name: '' },
      { on: '2027-01-01', working: false, name: '元旦' },
    ]);
    expect(days).toHaveLength(base.length);
    expect(days.some((it) => it.on === '2026-01-01')).toBe(false);
    expect(days.at(-1)?.on).toBe('2027-01-01');
  });

  it('knows days without effect, and years nobody gave a holiday', () => {
    expect(hasNoEffect({ on: '2027-01-02', working: false, name: '' })).toBe(true);
    expect(hasNoEffect({ on: '2027-01-04', working: false, name: '' })).toBe(false);
    expect(hasNoEffect({ on: '2027-01-04', working: true, name: '' })).toBe(true);
    expect(yearsWithoutHoliday(base, 2026)).toEqual([]);
    expect(yearsWithoutHoliday(base, 2028)).toEqual([2027, 2028]);
    const sunday = { on: '2027-01-03', working: false, name: '' };
    expect(yearsWithoutHoliday([...base, sunday], 2027)).toEqual([2027]);
  });
});

const calendarOf = (
  version: number,
  rows: readonly { on: string; working: boolean }[],
): Calendar => ({
  version,
  zone: 'Asia/Shanghai',
  days: new Map(rows.map((it) => [it.on, it.working])),
  lastKnownYear: 2026,
  businessEndsAt: '18:00',
});

describe('which promises a calendar would move', () => {
  const old = calendarOf(1, holidayRows(2025, 2026));
  const limit = { amount: 3, unit: 'workingDays' as const, source: '试' };
  const clockFrom = (id: string, startedAt: Date): RunningClock => ({
    ...startClock(startedAt, limit, old),
    ...limit,
    id,
    kind: 'promise',
    caseNumber: `2026${id}`,
    steps: [],
  });

  it('moves one across a new holiday and leaves the one before it', () => {
    const changed = calendarOf(2, [
      ...holidayRows(2025, 2026),
      { on: '2026-11-24', working: false },
    ]);
    // Friday 20 November, 3 working days: 25 November; with the 24th a rest, the 26th.
    const across = clockFrom('1', new Date('2026-11-20T02:00:00Z'));
    const before = clockFrom('2', new Date('2026-11-16T02:00:00Z'));
    const found = lookAt(nothingYet(), [across, before], changed);
    expect(found.looked).toBe(2);
    expect(found.moves.map((it) => [it.id, it.from.toISOString(), it.to.toISOString()])).toEqual([
      ['1', '2026-11-25T10:00:00.000Z', '2026-11-26T10:00:00.000Z'],
    ]);
  });

  it('tells exactly what the recount itself does, for whatever days are changed', () => {
    const start = fc.integer({ min: 0, max: 300 * 24 }).map((hour) => {
      return new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
    });
    const day = fc.record({ offset: fc.integer({ min: 0, max: 330 }), working: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(start, { maxLength: 8 }),
        fc.array(day, { maxLength: 12 }),
        (at, days) => {
          const rows = amendedDays(
            holidayRows(2025, 2026),
            days.map(({ offset, working }) => ({
              on: new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10),
              working,
              name: '',
            })),
          );
          const next = calendarOf(2, rows);
          const clocks = at.map((it, index) => clockFrom(String(index), it));
          const { moves } = lookAt(nothingYet(), clocks, next);
          const told = new Map(moves.map((it) => [it.id, it.to.getTime()]));
          for (const clock of clocks) {
            const fresh = recountClock(clock, [], limit, next).dueAt?.getTime();
            expect(told.get(clock.id) ?? clock.dueAt?.getTime()).toBe(fresh);
            expect(fresh).toBeGreaterThanOrEqual(clock.dueAt?.getTime() ?? 0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

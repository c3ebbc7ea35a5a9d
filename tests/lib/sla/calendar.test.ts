import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  type Calendar,
  isProvisional,
  isWorkingDay,
  workingDaysBetween,
} from '@/lib/sla/calendar';
import { holidayRows } from '@/lib/sla/holidays';
import { addDays, weekdayOf } from '@/lib/time/civil';
import { anyCalendar, china } from './calendars';

const anyDate = fc.integer({ min: -20, max: 700 }).map((n) => addDays('2026-01-01', n));

const fixedByLaw = ({ lastKnownYear }: Calendar, on: string) =>
  Number(on.slice(0, 4)) > lastKnownYear && /-(01-01|05-0[12]|10-0[123])$/.test(on);

describe('holidays', () => {
  const workingWeekends = (year: number) =>
    holidayRows(year, year)
      .filter(({ on, working }) => working && weekdayOf(on) > 5)
      .map(({ on }) => on.slice(5));

  it.each([
    [2019, ['02-02', '02-03', '04-28', '05-05', '09-29', '10-12']],
    [2025, ['01-26', '02-08', '04-27', '09-28', '10-11']],
    [2026, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
  ])('%i has these working weekend days', (year, days) => {
    expect(workingWeekends(year)).toEqual(days);
  });

  it('names every day of Spring Festival 2026, weekends too', () => {
    const festival = holidayRows(2026, 2026).filter((row) => row.name === '春节' && !row.working);
    expect(festival.map(({ on }) => on)).toEqual(
      Array.from({ length: 9 }, (_, n) => addDays('2026-02-15', n)),
    );
  });

  it('lets only weekdays rest and only weekends work, beyond the ordinary', () => {
    const odd = holidayRows(2010, 2026).filter(({ on, working }) => working && weekdayOf(on) <= 5);
    expect(odd).toEqual([]);
  });

  it('refuses years without a notice', () => {
    expect(() => holidayRows(2026, 2027)).toThrow(RangeError);
    expect(() => holidayRows(2009, 2026)).toThrow(RangeError);
  });
});

describe('working days', () => {
  it.each([
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-09-20', true],
  ])('%s works: %s', (on, works) => {
    expect(isWorkingDay(china, on)).toBe(works);
  });

  it('counts make-up days and leaves out holidays', () => {
    expect(addWorkingDays(china, '2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkingDays(china, '2026-09-30', 3)).toBe('2026-10-10');
    expect(addWorkingDays(china, '2026-10-08', -1)).toBe('2026-09-30');
    expect(addWorkingDays(china, '2026-10-03', 0)).toBe('2026-10-03');
    expect(addWorkingDays(china, '2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays(china, '2026-02-14', 1)).toBe('2026-02-24');
    expect(workingDaysBetween(china, '2026-02-13', '2026-02-28')).toBe(6);
    expect(workingDaysBetween(china, '2026-02-28', '2026-02-13')).toBe(-6);
  });

  it('counts as someone would with a finger on the wall calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: -60, max: 60 }), (calendar, on, n) => {
        let day = on;
        for (let left = Math.abs(n); left > 0; ) {
          day = addDays(day, Math.sign(n));
          if (calendar.days.get(day) ?? (weekdayOf(day) <= 5 && !fixedByLaw(calendar, day))) left--;
        }
        expect(addWorkingDays(calendar, on, n)).toBe(day);
        if (n > 0) expect(workingDaysBetween(calendar, on, day)).toBe(n);
      }),
      { numRuns: 400 },
    );
  });

  it('counts on the days off that the law fixes by date, where no notice is out', () => {
    const resting = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
    for (const year of [2027, 2028, 2030]) {
      for (const day of resting) expect(isWorkingDay(china, `${year}-${day}`)).toBe(false);
    }
    expect(isWorkingDay(china, '2027-01-04')).toBe(true);
    expect(isWorkingDay(china, '2027-10-04')).toBe(true);
    expect(addWorkingDays(china, '2027-09-30', 1)).toBe('2027-10-04');
    expect(workingDaysBetween(china, '2026-12-31', '2027-12-31')).toBe(259);
  });

  it('lets the notice have the last word, and looks again when it is out', () => {
    const days = new Map([...china.days, ['2028-05-01', true]]);
    expect(isWorkingDay({ ...china, days }, '2028-05-01')).toBe(true);
    expect(isWorkingDay({ ...china, days, lastKnownYear: 2028 }, '2028-10-02')).toBe(true);
    expect(isWorkingDay({ ...china, days }, '2028-10-02')).toBe(false);
  });

  it('is provisional from the year without a notice', () => {
    expect(isProvisional(china, '2026-12-31')).toBe(false);
    expect(isProvisional(china, '2027-01-01')).toBe(true);
  });
});

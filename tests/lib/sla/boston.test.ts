import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Calendar } from '@/lib/sla/calendar';
import { isOverdue, runUntil, startClock, stopClock } from '@/lib/sla/clock';
import { parseLocal } from '@/lib/time/civil';

/**
 * An outside oracle: a city's own record of 2015, in which `OnTime_Status` was set by its system, not
 * by us. Asked of every closed row with a target; a row without one never had a promise to break.
 */
const table = '../shared/data/boston_311_2015.csv';

const boston: Calendar = {
  version: 1,
  zone: 'America/New_York',
  days: new Map(),
  lastKnownYear: 2015,
  businessEndsAt: '17:00',
};
/** The city's targets are given, not counted, so the length means nothing here. */
const anyLimit = { amount: 1, unit: 'hours', source: 'the city’s own target' } as const;

interface Row {
  CASE_ENQUIRY_ID: string;
  CASE_STATUS: 'Open' | 'Closed';
  OPEN_DT: string;
  TARGET_DT: string;
  CLOSED_DT: string;
  OnTime_Status: string;
}

/** '09/27/2015 08:58:00 AM' on the wall in Boston. */
function wall(written: string): Date {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d)(:\d\d:\d\d) ([AP])M$/.exec(written);
  const [month, date, year, hour, rest, half] = parts?.slice(1) ?? [];
  const ofDay = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  const at = parseLocal(`${year}-${month}-${date} ${ofDay}${rest}`, boston.zone);
  if (!at) throw new Error(`not a time: ${written}`);
  return at;
}

const rows = (): Row[] => parse(readFileSync(table), { columns: true });
const withTarget = () =>
  rows().filter((it) => it.CASE_STATUS === 'Closed' && it.CLOSED_DT && it.TARGET_DT);

function clockOf(row: Row, targetOff = 0) {
  const dueAt = new Date(wall(row.TARGET_DT).getTime() + targetOff);
  return runUntil(startClock(wall(row.OPEN_DT), anyLimit, boston), dueAt, anyLimit, boston);
}

/** Rows on which our clock, its target moved by so many milliseconds, and the city differ. */
function differing(of: readonly Row[], targetOff = 0): string[] {
  return of
    .filter((row) => {
      const closedAt = wall(row.CLOSED_DT);
      const clock = clockOf(row, targetOff);
      const met = stopClock(clock, closedAt, 'done').outcome === 'met';
      // The two questions a page may ask must never answer differently.
      if (isOverdue(clock, closedAt) === met) throw new Error(row.CASE_ENQUIRY_ID);
      return met !== (row.OnTime_Status === 'ONTIME');
    })
    .map((row) => `${row.CASE_ENQUIRY_ID}: ${row.TARGET_DT}, closed ${row.CLOSED_DT}`);
}

describe('on time as Boston says it', () => {
  beforeEach((test) => {
    if (!existsSync(table)) test.skip(`${table} is not here`);
  });

  it('on every closed row with a target', () => {
    const compared = withTarget();
    const late = compared.filter((it) => it.OnTime_Status === 'OVERDUE');
    expect([rows().length, compared.length, late.length]).toEqual([3893, 2197, 532]);
    expect(differing(compared)).toEqual([]);
  });

  it('and not with a clock an hour fast or slow', () => {
    const hour = 3_600_000;
    expect(differing(withTarget(), -hour)).toHaveLength(15);
    expect(differing(withTarget(), hour)).toHaveLength(20);
  });

  it('closed no row in the very second of its target, so it says nothing of ties', () => {
    expect(withTarget().filter((it) => it.CLOSED_DT === it.TARGET_DT)).toEqual([]);
  });

  it('on every open row too, at the moment its table was drawn', () => {
    // The moment is not told. Any between the last target called overdue (12 January 2016, 14:52) and
    // the first that is not (13 January, 8:30) agrees with all; one row is called neither.
    const open = rows().filter((it) => it.CASE_STATUS === 'Open' && it.TARGET_DT);
    const told = open.filter((it) => it.OnTime_Status !== '');
    expect([open.length, told.length]).toEqual([590, 589]);
    const differ = (at: Date) =>
      told.filter((it) => isOverdue(clockOf(it), at) !== (it.OnTime_Status === 'OVERDUE'));
    expect(differ(wall('01/12/2016 06:00:00 PM'))).toEqual([]);
    expect(differ(wall('01/12/2016 02:00:00 PM'))).toHaveLength(1);
    expect(differ(wall('01/13/2016 09:00:00 AM'))).toHaveLength(1);
  });
});

describe('a tie, which Boston’s table leaves open', () => {
  const row = { OPEN_DT: '01/02/2015 09:00:00 AM', TARGET_DT: '01/05/2015 12:00:00 PM' } as Row;

  it.each([
    ['12:00:00 PM', 'met', false],
    ['12:00:01 PM', 'late', true],
    ['12:00:00 AM', 'met', false],
  ])('closed at %s is %s', (time, outcome, overdue) => {
    const at = wall(`01/05/2015 ${time}`);
    expect(stopClock(clockOf(row), at, 'done').outcome).toBe(outcome);
    expect(isOverdue(clockOf(row), at)).toBe(overdue);
  });
});

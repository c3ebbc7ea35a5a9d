import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, isWorkingDay } from '@/lib/sla/calendar';
import { extendClock, pauseClock, resumeClock, startClock, stopClock } from '@/lib/sla/clock';
import { type ClockStep, recountClock } from '@/lib/sla/recompute';
import { civilDateOf } from '@/lib/time/civil';
import {
  anyAllowance,
  anyCalendar,
  anyInstant,
  anyLimit,
  anySpan,
  beijing,
  china,
  readable,
} from './calendars';

const later = (at: Date, span: number) => new Date(at.getTime() + span);
const fiveDays = { amount: 5, unit: 'workingDays', source: 'test' } as const;

/** New Year 2027 announced, as invented here: off until Tuesday 5, Sunday 10 January made up. */
const announced: Calendar = {
  ...china,
  version: 2,
  lastKnownYear: 2027,
  days: new Map([
    ...china.days,
    ['2027-01-01', false],
    ['2027-01-04', false],
    ['2027-01-05', false],
    ['2027-01-10', true],
  ]),
};

describe('a changed calendar', () => {
  const at = beijing('2026-12-28 09:00');
  const clock = startClock(at, fiveDays, china);

  it('moves a provisional date on and makes it firm', () => {
    expect([readable(clock.dueAt), clock.provisional]).toEqual(['2027-01-05 18:00', true]);
    const recounted = recountClock(clock, [], fiveDays, announced);
    expect(readable(recounted.dueAt)).toBe('2027-01-07 18:00');
    expect(recounted.provisional).toBe(false);
  });

  it('leaves a told date where it is when the new count is earlier', () => {
    const told = startClock(at, fiveDays, announced);
    expect(readable(recountClock(told, [], fiveDays, china).dueAt)).toBe('2027-01-07 18:00');
  });

  it('counts pauses and extensions again', () => {
    const steps: ClockStep[] = [
      { what: 'pause', at: beijing('2026-12-29 09:00') },
      { what: 'resume', at: beijing('2026-12-30 09:00') },
      {
        what: 'extend',
        at: beijing('2026-12-30 10:00'),
        extension: { amount: 3, unit: 'workingDays' },
      },
    ];
    const paused = pauseClock(clock, beijing('2026-12-29 09:00'), fiveDays, china);
    const resumed = resumeClock(paused, beijing('2026-12-30 09:00'), fiveDays, china);
    const by = { amount: 3, unit: 'workingDays' } as const;
    const extended = extendClock(resumed, beijing('2026-12-30 10:00'), by, fiveDays, china);
    expect(readable(extended.dueAt)).toBe('2027-01-11 18:00');
    expect(readable(recountClock(extended, steps, fiveDays, announced).dueAt)).toBe(
      '2027-01-12 18:00',
    );
  });

  it('leaves paused and stopped clocks alone', () => {
    const paused = pauseClock(clock, at, fiveDays, china);
    const stopped = stopClock(clock, at, 'done');
    expect(recountClock(paused, [], fiveDays, announced)).toBe(paused);
    expect(recountClock(stopped, [], fiveDays, announced)).toBe(stopped);
  });

  it('never moves a date earlier, ends days on a working day, and no change changes nothing', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyInstant, anyLimit, anyAllowance, anySpan, anySpan),
        anyCalendar,
        anyCalendar,
        ([start, limit, extension, before, pause], old, changed) => {
          const calendar = { ...changed, zone: old.zone };
          const pausedAt = later(start, before);
          const at = later(pausedAt, pause);
          const first = startClock(start, limit, old);
          const paused = pauseClock(first, pausedAt, limit, old);
          const resumed = resumeClock(paused, at, limit, old);
          const told = extendClock(resumed, at, extension, limit, old);
          const steps: ClockStep[] = [
            { what: 'pause', at: pausedAt },
            { what: 'resume', at },
            { what: 'extend', at, extension },
          ];
          const { dueAt } = recountClock(told, steps, limit, calendar);
          expect(dueAt !== null && told.dueAt !== null && dueAt >= told.dueAt).toBe(true);
          const endOn = civilDateOf(dueAt ?? start, calendar.zone);
          expect(limit.unit === 'hours' || isWorkingDay(calendar, endOn)).toBe(true);
          expect(recountClock(told, steps, limit, old)).toEqual(told);
        },
      ),
      { numRuns: 500 },
    );
  });
});

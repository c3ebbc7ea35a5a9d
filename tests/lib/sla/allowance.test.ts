import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAllowance, dueAt, dueFrom, remainingOf } from '@/lib/sla/allowance';
import { isWorkingDay, workingDaysBetween } from '@/lib/sla/calendar';
import type { LimitUnit } from '@/lib/sla/limit';
import { civilDateOf, instantOf } from '@/lib/time/civil';
import {
  anyAllowance,
  anyCalendar,
  anyInstant,
  anySpan,
  beijing,
  china,
  readable,
} from './calendars';

const due = (from: string, amount: number, unit: LimitUnit) =>
  readable(dueAt(beijing(from), { amount, unit }, china));
const later = (at: Date, span: number) => new Date(at.getTime() + span);

describe('dueAt, on real dates', () => {
  it.each([
    ['an ordinary week', '2026-11-16 09:00', 5, '2026-11-23 18:00'],
    ['a Friday night', '2026-11-13 22:30', 1, '2026-11-16 18:00'],
    ['a Sunday', '2026-11-15 10:00', 1, '2026-11-16 18:00'],
    [
      'the eve of National Day, over the make-up Saturday',
      '2026-09-30 10:00',
      3,
      '2026-10-10 18:00',
    ],
    ['within National Day', '2026-10-03 10:00', 1, '2026-10-08 18:00'],
    ['before the make-up Saturday of Spring Festival', '2026-02-13 17:00', 2, '2026-02-24 18:00'],
    ['over both make-up Saturdays of Spring Festival', '2026-02-13 17:00', 6, '2026-02-28 18:00'],
    ['the make-up Sunday after New Year', '2025-12-31 10:00', 1, '2026-01-04 18:00'],
    ['the end of the year', '2026-12-30 10:00', 2, '2027-01-04 18:00'],
  ])('%s, in working days', (_, from, amount, expected) => {
    expect(due(from, amount, 'workingDays')).toBe(expected);
  });

  it.each([
    ['ends on a working day', '2026-11-16 09:00', 7, '2026-11-23 18:00'],
    ['moves off a Sunday', '2026-11-15 09:00', 7, '2026-11-23 18:00'],
    ['moves off National Day', '2026-09-24 09:00', 7, '2026-10-08 18:00'],
    ['stays on a make-up Saturday', '2026-10-03 09:00', 7, '2026-10-10 18:00'],
    ['moves off Spring Festival', '2026-02-08 23:59', 7, '2026-02-24 18:00'],
  ])('%s, in calendar days', (_, from, amount, expected) => {
    expect(due(from, amount, 'calendarDays')).toBe(expected);
  });

  it('counts hours through night and holiday, to the millisecond', () => {
    expect(due('2026-09-30 23:10', 24, 'hours')).toBe('2026-10-01 23:10');
    const at = new Date('2026-02-16T20:00:00.123Z');
    expect(dueAt(at, { amount: 2, unit: 'hours' }, china)).toEqual(
      new Date('2026-02-16T22:00:00.123Z'),
    );
  });

  it.each([
    { amount: 0, unit: 'hours' as const },
    { amount: Number.NaN, unit: 'hours' as const },
    { amount: -1, unit: 'workingDays' as const },
    { amount: 1.5, unit: 'workingDays' as const },
    { amount: 0, unit: 'calendarDays' as const },
  ])('refuses $amount $unit', (limit) => {
    expect(() => dueAt(beijing('2026-11-16 09:00'), limit, china)).toThrow(RangeError);
    expect(() => addAllowance(beijing('2026-11-16 09:00'), limit, china)).toThrow(RangeError);
  });
});

describe('dueAt, always', () => {
  it('is never in the past', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyCalendar, (at, limit, calendar) => {
        expect(dueAt(at, limit, calendar) > at).toBe(true);
      }),
    );
  });

  it('is never earlier for a longer limit', () => {
    const more = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(anyInstant, anyAllowance, more, anyCalendar, (at, limit, extra, calendar) => {
        const longer = { ...limit, amount: limit.amount + extra };
        expect(dueAt(at, longer, calendar) >= dueAt(at, limit, calendar)).toBe(true);
      }),
    );
  });

  it('is never earlier for a later start', () => {
    fc.assert(
      fc.property(anyInstant, anySpan, anyAllowance, anyCalendar, (at, span, limit, calendar) => {
        expect(dueAt(later(at, span), limit, calendar) >= dueAt(at, limit, calendar)).toBe(true);
      }),
    );
  });

  it('ends days at close of business on a working day', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyCalendar, (at, limit, calendar) => {
        fc.pre(limit.unit !== 'hours');
        const endAt = dueAt(at, limit, calendar);
        const endOn = civilDateOf(endAt, calendar.zone);
        expect(isWorkingDay(calendar, endOn)).toBe(true);
        expect(endAt).toEqual(instantOf(endOn, calendar.businessEndsAt, calendar.zone));
      }),
    );
  });

  it('counts exactly the working days, make-up days among them and holidays not', () => {
    const amounts = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(anyInstant, amounts, anyCalendar, (at, amount, calendar) => {
        const endAt = dueAt(at, { amount, unit: 'workingDays' }, calendar);
        const [from, to] = [at, endAt].map((each) => civilDateOf(each, calendar.zone));
        expect(workingDaysBetween(calendar, from ?? '', to ?? '')).toBe(amount);
      }),
    );
  });

  it('is never later for one more working day in the calendar, nor earlier for one less', () => {
    fc.assert(
      fc.property(anyInstant, anyAllowance, anyCalendar, anyInstant, (at, limit, calendar, day) => {
        const on = civilDateOf(day, calendar.zone);
        const turned = (working: boolean) => ({
          ...calendar,
          days: new Map(calendar.days).set(on, working),
        });
        const busy = dueAt(at, limit, turned(true));
        const idle = dueAt(at, limit, turned(false));
        expect(busy <= idle).toBe(true);
      }),
    );
  });

  it('knows no calendar in hours', () => {
    const amounts = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(anyInstant, amounts, anyCalendar, (at, amount, calendar) => {
        const endAt = dueAt(at, { amount, unit: 'hours' }, calendar);
        expect(endAt.getTime() - at.getTime()).toBe(amount * 3_600_000);
      }),
    );
  });
});

describe('addAllowance', () => {
  const extended = (from: string, amount: number, unit: LimitUnit) =>
    readable(addAllowance(beijing(from), { amount, unit }, china));

  it('counts from the end and keeps its hour', () => {
    expect(extended('2026-09-30 18:00', 3, 'workingDays')).toBe('2026-10-10 18:00');
    expect(extended('2026-11-19 09:30', 2, 'workingDays')).toBe('2026-11-23 09:30');
    expect(extended('2026-11-19 18:00', 2, 'calendarDays')).toBe('2026-11-23 18:00');
    expect(extended('2026-11-19 09:30', 30, 'hours')).toBe('2026-11-20 15:30');
  });

  it('always moves an end on, and further for more', () => {
    const more = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(anyInstant, anyAllowance, more, anyCalendar, (endAt, by, extra, calendar) => {
        const moved = addAllowance(endAt, by, calendar);
        const further = addAllowance(endAt, { ...by, amount: by.amount + extra }, calendar);
        expect(moved > endAt).toBe(true);
        expect(further >= moved).toBe(true);
      }),
    );
  });

  it('is one longer limit, for a limit and an extension in working days', () => {
    const amounts = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(anyInstant, amounts, amounts, anyCalendar, (at, first, second, calendar) => {
        const unit = 'workingDays';
        const endAt = dueAt(at, { amount: first, unit }, calendar);
        expect(addAllowance(endAt, { amount: second, unit }, calendar)).toEqual(
          dueAt(at, { amount: first + second, unit }, calendar),
        );
      }),
    );
  });
});

describe('what is left', () => {
  const carried = (due: string, pausedAt: string, resumedAt: string, unit: LimitUnit) => {
    const left = remainingOf(beijing(pausedAt), beijing(due), unit, china);
    return readable(dueFrom(beijing(resumedAt), left, china));
  };

  it.each([
    [
      'within a day',
      '2026-11-20 18:00',
      '2026-11-17 10:00',
      '2026-11-17 12:00',
      '2026-11-20 20:00',
    ],
    [
      'two minutes over midnight',
      '2026-11-20 18:00',
      '2026-11-17 23:59',
      '2026-11-18 00:01',
      '2026-11-20 18:02',
    ],
    [
      'over a weekend that gives nothing',
      '2026-11-24 18:00',
      '2026-11-21 10:00',
      '2026-11-22 20:00',
      '2026-11-24 18:00',
    ],
    [
      'from the last hour into National Day',
      '2026-09-30 18:00',
      '2026-09-30 17:00',
      '2026-10-03 12:00',
      '2026-10-08 01:00',
    ],
    [
      'when already late',
      '2026-11-17 18:00',
      '2026-11-17 20:00',
      '2026-11-18 10:00',
      '2026-11-18 08:00',
    ],
  ])('%s, in working days', (_, end, pausedAt, resumedAt, expected) => {
    expect(carried(end, pausedAt, resumedAt, 'workingDays')).toBe(expected);
  });

  it('moves off a weekend, in calendar days', () => {
    expect(
      carried('2026-11-20 18:00', '2026-11-17 10:00', '2026-11-18 10:00', 'calendarDays'),
    ).toBe('2026-11-23 18:00');
    expect(
      carried('2026-11-19 18:00', '2026-11-17 10:00', '2026-11-17 11:00', 'calendarDays'),
    ).toBe('2026-11-19 19:00');
  });

  /** Ends as clocks have them: of a limit, possibly paused once before. */
  const anyEnd = fc
    .tuple(anyInstant, anyAllowance, anySpan, anySpan, anyCalendar)
    .map(([at, limit, before, pause, calendar]) => {
      const { unit } = limit;
      const left = remainingOf(later(at, before), dueAt(at, limit, calendar), unit, calendar);
      const endAt = dueFrom(later(at, before + pause), left, calendar);
      return { at: later(at, before + pause), endAt, unit, calendar };
    });

  it('pausing and resuming at once changes nothing', () => {
    fc.assert(
      fc.property(anyEnd, anySpan, ({ at, endAt, unit, calendar }, wait) => {
        const pausedAt = later(at, wait);
        const left = remainingOf(pausedAt, endAt, unit, calendar);
        expect(dueFrom(pausedAt, left, calendar)).toEqual(endAt);
      }),
      { numRuns: 1000 },
    );
  });

  it('a pause never shortens, and a longer pause never gives an earlier end', () => {
    fc.assert(
      fc.property(anyEnd, anySpan, anySpan, anySpan, (end, wait, pause, more) => {
        const pausedAt = later(end.at, wait);
        const left = remainingOf(pausedAt, end.endAt, end.unit, end.calendar);
        const shortAt = later(pausedAt, pause);
        const short = dueFrom(shortAt, left, end.calendar);
        const long = dueFrom(later(shortAt, more), left, end.calendar);
        expect(short >= end.endAt).toBe(true);
        expect(long >= short).toBe(true);
        expect(remainingOf(shortAt, short, end.unit, end.calendar).millis >= left.millis).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back no more than the pause took, but for rest days', () => {
    fc.assert(
      fc.property(anyEnd, anySpan, anySpan, (end, wait, pause) => {
        fc.pre(end.unit !== 'calendarDays');
        const pausedAt = later(end.at, wait);
        const resumedAt = later(pausedAt, pause);
        const left = remainingOf(pausedAt, end.endAt, end.unit, end.calendar);
        const moved = dueFrom(resumedAt, left, end.calendar);
        const gained = remainingOf(end.endAt, moved, end.unit, end.calendar).millis;
        expect(gained).toBeLessThanOrEqual(pause);
      }),
      { numRuns: 500 },
    );
  });

  it('is due later than now if it was, and as late as before if it was late', () => {
    fc.assert(
      fc.property(anyEnd, anySpan, anySpan, (end, wait, pause) => {
        const pausedAt = later(end.at, wait);
        const resumedAt = later(pausedAt, pause);
        const left = remainingOf(pausedAt, end.endAt, end.unit, end.calendar);
        const moved = dueFrom(resumedAt, left, end.calendar);
        if (pausedAt <= end.endAt) expect(moved >= resumedAt).toBe(true);
        else if (left.millis < 0) expect(moved < resumedAt).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never ends on a rest day, in working days', () => {
    fc.assert(
      fc.property(anyEnd, ({ endAt, unit, calendar }) => {
        fc.pre(unit === 'workingDays');
        expect(isWorkingDay(calendar, civilDateOf(endAt, calendar.zone))).toBe(true);
      }),
    );
  });
});

it('takes well under 50 microseconds for a limit in working days', () => {
  const limit = { amount: 15, unit: 'workingDays' } as const;
  const start = beijing('2026-01-05 09:00').getTime();
  const batch = () => {
    const began = performance.now();
    for (let n = 0; n < 500; n++) dueAt(new Date(start + n * 3_600_000), limit, china);
    return ((performance.now() - began) * 1000) / 500;
  };
  expect(Math.min(...Array.from({ length: 10 }, batch))).toBeLessThan(50);
});

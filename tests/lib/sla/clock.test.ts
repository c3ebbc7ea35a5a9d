import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockTimes,
  cardOf,
  extendClock,
  isOverdue,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  unstopClock,
} from '@/lib/sla/clock';
import type { Limit, LimitUnit } from '@/lib/sla/limit';
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

const limitOf = (amount: number, unit: LimitUnit): Limit => ({ amount, unit, source: 'test' });
const later = (at: Date, span: number) => new Date(at.getTime() + span);
const times = (clock: ClockTimes) => [clock.yellowAt, clock.dueAt, clock.redAt].map(readable);

const week = limitOf(7, 'calendarDays');
const fiveDays = limitOf(5, 'workingDays');
const day = limitOf(24, 'hours');

describe('cards', () => {
  it.each([
    [
      'an ordinary week',
      '2026-11-16 09:00',
      fiveDays,
      '2026-11-20 18:00',
      '2026-11-23 18:00',
      '2026-11-24 00:00',
    ],
    [
      'before National Day',
      '2026-09-23 09:00',
      limitOf(4, 'workingDays'),
      '2026-09-29 18:00',
      '2026-09-30 18:00',
      '2026-10-08 00:00',
    ],
    [
      'after National Day',
      '2026-09-24 09:00',
      week,
      '2026-09-30 18:00',
      '2026-10-08 18:00',
      '2026-10-09 00:00',
    ],
    [
      'round a make-up Saturday',
      '2026-10-08 09:00',
      limitOf(3, 'workingDays'),
      '2026-10-10 18:00',
      '2026-10-12 18:00',
      '2026-10-13 00:00',
    ],
    [
      'a limit of one day: not yellow from its first minute, but with a quarter left',
      '2026-11-13 22:30',
      limitOf(1, 'workingDays'),
      '2026-11-16 01:07',
      '2026-11-16 18:00',
      '2026-11-17 00:00',
    ],
    [
      'hours: a quarter left, then the end',
      '2026-10-01 10:00',
      day,
      '2026-10-02 04:00',
      '2026-10-02 10:00',
      '2026-10-02 10:00',
    ],
  ])('%s', (_, from, limit, yellow, due, red) => {
    expect(times(startClock(beijing(from), limit, china))).toEqual([yellow, due, red]);
  });

  it('shows none, yellow, red as time goes on; late before it is red', () => {
    const clock = startClock(beijing('2026-11-16 09:00'), fiveDays, china);
    const seen = (at: string) => [cardOf(clock, beijing(at)), isOverdue(clock, beijing(at))];
    expect(seen('2026-11-20 17:59')).toEqual(['none', false]);
    expect(seen('2026-11-20 18:00')).toEqual(['yellow', false]);
    expect(seen('2026-11-23 18:00')).toEqual(['yellow', false]);
    expect(seen('2026-11-23 18:01')).toEqual(['yellow', true]);
    expect(seen('2026-11-24 00:00')).toEqual(['red', true]);
  });

  it('gives no red card for an hour limit met on the dot', () => {
    const clock = startClock(beijing('2026-11-16 09:00'), day, china);
    expect(cardOf(clock, beijing('2026-11-17 09:00'))).toBe('yellow');
    expect(cardOf(clock, beijing('2026-11-17 09:01'))).toBe('red');
  });

  it('keeps the card a clock stopped with, and takes it from a void one', () => {
    const clock = startClock(beijing('2026-11-16 09:00'), fiveDays, china);
    const stopped = (at: string, how: 'done' | 'void') =>
      cardOf(stopClock(clock, beijing(at), how), beijing('2026-12-31 09:00'));
    expect(stopped('2026-11-18 09:00', 'done')).toBe('none');
    expect(stopped('2026-11-23 09:00', 'done')).toBe('yellow');
    expect(stopped('2026-11-25 09:00', 'done')).toBe('red');
    expect(stopped('2026-11-25 09:00', 'void')).toBe('none');
  });

  it('come in order: start, yellow, due, red', () => {
    fc.assert(
      fc.property(anyInstant, anyLimit, anyCalendar, (at, limit, calendar) => {
        const { yellowAt, dueAt, redAt } = startClock(at, limit, calendar);
        const order = [at, yellowAt, dueAt, redAt].map((each) => each?.getTime() ?? Number.NaN);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(limit.unit === 'hours' || (redAt ?? at) > (dueAt ?? at)).toBe(true);
      }),
    );
  });
});

describe('stopping', () => {
  const clock = startClock(beijing('2026-11-16 09:00'), fiveDays, china);

  it.each([
    ['2026-11-23 18:00', 'done', 'met'],
    ['2026-11-23 18:01', 'done', 'late'],
    ['2026-11-23 18:01', 'void', 'void'],
    ['2026-11-23 18:01', 'tried', 'tried'],
  ] as const)('at %s, %s, is %s', (at, how, outcome) => {
    const stopped = stopClock(clock, beijing(at), how);
    expect(stopped).toEqual({ ...clock, stoppedAt: beijing(at), outcome });
    expect(isOverdue(stopped, beijing('2027-01-01 09:00'))).toBe(false);
  });

  it('judges a paused clock by what was left', () => {
    const at = beijing('2026-12-31 09:00');
    const pausedAt = (when: string) => pauseClock(clock, beijing(when), fiveDays, china);
    expect(stopClock(pausedAt('2026-11-23 17:00'), at, 'done').outcome).toBe('met');
    expect(stopClock(pausedAt('2026-11-23 19:00'), at, 'done').outcome).toBe('late');
  });

  it('is undone with the old date, whatever the time in between', () => {
    fc.assert(
      fc.property(anyInstant, anyLimit, anySpan, anyCalendar, (at, limit, span, calendar) => {
        const running = startClock(at, limit, calendar);
        const paused = pauseClock(running, later(at, span), limit, calendar);
        for (const before of [running, paused]) {
          expect(unstopClock(stopClock(before, later(at, span), 'done'))).toEqual(before);
        }
      }),
    );
  });

  it('allows nothing more, and nothing before the start', () => {
    const at = beijing('2026-11-18 09:00');
    const stopped = stopClock(clock, at, 'done');
    expect(() => stopClock(stopped, at, 'done')).toThrow('stopped');
    expect(() => pauseClock(stopped, at, fiveDays, china)).toThrow('stopped');
    expect(() => resumeClock(stopped, at, fiveDays, china)).toThrow('stopped');
    expect(() => extendClock(stopped, at, fiveDays, fiveDays, china)).toThrow('stopped');
    expect(() => unstopClock(clock)).toThrow('not stopped');
    expect(() => stopClock(clock, beijing('2026-11-15 09:00'), 'done')).toThrow(RangeError);
  });
});

describe('pausing', () => {
  it('hides date and cards, keeps what is left, and gives both back', () => {
    const clock = startClock(beijing('2026-12-24 09:00'), limitOf(6, 'workingDays'), china);
    const paused = pauseClock(clock, beijing('2026-12-24 10:00'), fiveDays, china);
    expect(paused).toEqual({
      ...clock,
      dueAt: null,
      yellowAt: null,
      redAt: null,
      provisional: false,
      remaining: { unit: 'workingDays', millis: (6 * 24 + 8) * 3_600_000 },
    });
    expect(isOverdue(paused, beijing('2028-01-01 09:00'))).toBe(false);
    expect(cardOf(paused, beijing('2028-01-01 09:00'))).toBe('none');
    const resumed = resumeClock(paused, beijing('2026-12-25 10:00'), fiveDays, china);
    expect(times(resumed)).toEqual(['2027-01-04 18:00', '2027-01-05 18:00', '2027-01-06 00:00']);
    expect(resumed).toMatchObject({ remaining: null, provisional: true });
  });

  it('at once is as if nothing had been, and twice is as once', () => {
    fc.assert(
      fc.property(anyInstant, anyLimit, anySpan, anyCalendar, (start, limit, span, calendar) => {
        const clock = startClock(start, limit, calendar);
        const at = later(start, span);
        const paused = pauseClock(clock, at, limit, calendar);
        expect(resumeClock(paused, at, limit, calendar)).toEqual(clock);
        expect(pauseClock(paused, later(at, span), limit, calendar)).toBe(paused);
        expect(resumeClock(clock, at, limit, calendar)).toBe(clock);
      }),
    );
  });
});

describe('extending', () => {
  const clock = startClock(beijing('2026-09-23 09:00'), limitOf(4, 'workingDays'), china);

  it('counts from the end and moves the cards along', () => {
    const at = beijing('2026-09-30 17:00');
    const extended = extendClock(clock, at, limitOf(3, 'workingDays'), fiveDays, china);
    expect(times(extended)).toEqual(['2026-10-09 18:00', '2026-10-10 18:00', '2026-10-12 00:00']);
  });

  it('lets days end on a working day, though extended by hours', () => {
    const friday = startClock(beijing('2026-11-12 09:00'), limitOf(1, 'workingDays'), china);
    const at = beijing('2026-11-13 09:00');
    const extended = extendClock(friday, at, day, limitOf(1, 'workingDays'), china);
    expect(readable(extended.dueAt)).toBe('2026-11-16 18:00');
  });

  it('is never earlier, running, late or paused, and more is never earlier than less', () => {
    const more = fc.integer({ min: 0, max: 20 });
    const paused = fc.boolean();
    fc.assert(
      fc.property(
        fc.tuple(anyInstant, anyLimit, anyCalendar),
        fc.tuple(anyAllowance, more, paused),
        anySpan,
        ([start, limit, calendar], [extension, extra, isPaused], span) => {
          const at = later(start, span);
          const running = startClock(start, limit, calendar);
          const before = isPaused ? pauseClock(running, at, limit, calendar) : running;
          const endOf = (amount: number) => {
            const by = { ...extension, amount };
            const extended = extendClock(before, at, by, limit, calendar);
            expect(extended.dueAt === null).toBe(isPaused);
            return resumeClock(extended, at, limit, calendar).dueAt ?? new Date(0);
          };
          const moved = endOf(extension.amount);
          expect(moved > (running.dueAt ?? moved)).toBe(true);
          expect(endOf(extension.amount + extra) >= moved).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

type Step = { what: 'pause' | 'resume' | 'extend' | 'stop and undo'; wait: number };
const anySteps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom('pause', 'resume', 'extend', 'stop and undo'),
    wait: anySpan,
  }),
  { maxLength: 12 },
);

it('no sequence of steps ever moves a date earlier', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyInstant, anyLimit, anyAllowance, anyCalendar),
      anySteps,
      ([start, limit, extension, calendar], steps) => {
        let clock = startClock(start, limit, calendar);
        let at = start;
        let told = clock.dueAt ?? start;
        for (const { what, wait } of steps) {
          at = later(at, wait);
          if (what === 'pause') clock = pauseClock(clock, at, limit, calendar);
          if (what === 'resume') clock = resumeClock(clock, at, limit, calendar);
          if (what === 'extend') clock = extendClock(clock, at, extension, limit, calendar);
          if (what === 'stop and undo') clock = unstopClock(stopClock(clock, at, 'done'));
          expect(clock.startedAt).toEqual(start);
          expect((clock.dueAt === null) !== (clock.remaining === null)).toBe(true);
          if (clock.dueAt) expect(clock.dueAt >= told).toBe(true);
          told = clock.dueAt ?? told;
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it('is provisional when it ends in a year without a holiday notice', () => {
  const from = beijing('2026-12-30 10:00');
  expect(startClock(from, limitOf(2, 'workingDays'), china).provisional).toBe(true);
  expect(startClock(from, limitOf(1, 'workingDays'), china).provisional).toBe(false);
  expect(startClock(from, limitOf(72, 'hours'), china).provisional).toBe(false);
});

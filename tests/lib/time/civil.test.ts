import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDateOf,
  dayNumberOf,
  instantOf,
  millisOfTime,
  parseLocal,
  weekdayOf,
} from '@/lib/time/civil';
import { instantAt, wallClockOf } from '@/lib/time/zone';

const zone = 'Asia/Shanghai';

describe('civil dates', () => {
  it('turns over at midnight on the wall, not in UTC', () => {
    expect(civilDateOf(new Date('2026-09-30T15:59:59.999Z'), zone)).toBe('2026-09-30');
    expect(civilDateOf(new Date('2026-09-30T16:00:00Z'), zone)).toBe('2026-10-01');
  });

  it('names the instant of a wall time', () => {
    expect(instantOf('2026-02-28', '18:00', zone)).toEqual(new Date('2026-02-28T10:00:00Z'));
  });

  it('adds days over month, leap day and year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('knows the weekday, before 1970 too', () => {
    expect(weekdayOf('2026-11-16')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1949-10-01')).toBe(6);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '0000-01-01'])(
    'refuses the date %j',
    (on) => {
      expect(() => dayNumberOf(on)).toThrow(RangeError);
    },
  );

  it.each(['24:00', '9:00', '12:60', ''])('refuses the time %j', (time) => {
    expect(() => millisOfTime(time)).toThrow(RangeError);
  });

  it('refuses a zone nobody knows and an instant that is none', () => {
    expect(() => civilDateOf(new Date(), 'Asia/Atlantis')).toThrow(RangeError);
    expect(() => civilDateOf(new Date(Number.NaN), zone)).toThrow(RangeError);
  });

  it('knows changed clocks: a time twice is the first, a time never is moved on', () => {
    const paris = 'Europe/Paris';
    expect(instantOf('2026-10-25', '02:30', paris)).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(instantOf('2026-10-25', '03:00', paris)).toEqual(new Date('2026-10-25T02:00:00Z'));
    expect(instantOf('2026-03-29', '02:30', paris)).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(instantOf('2026-03-29', '03:30', paris)).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(instantOf('1986-05-04', '12:00', zone)).toEqual(new Date('1986-05-04T03:00:00Z'));
  });

  it('agrees with the zone database, by way of Intl, on any instant', () => {
    const zones = fc.constantFrom(zone, 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe');
    const instants = fc.date({
      min: new Date('1980-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, zones, (at, where) => {
        const wall = wallClockOf(at, where);
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: where,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(at);
        const counted = new Date(wall.day * 86_400_000 + wall.millis).toISOString();
        expect(counted.slice(0, 19)).toBe(shown.replace(' ', 'T'));
      }),
      { numRuns: 300 },
    );
  });

  it('comes back to the same wall time, unless the clock never shows it', () => {
    const days = fc.integer({ min: 4000, max: 24_000 });
    const times = fc.integer({ min: 4 * 3_600_000, max: 86_399_999 });
    const zones = fc.constantFrom(zone, 'Europe/Paris', 'America/St_Johns');
    fc.assert(
      fc.property(days, times, zones, (day, millis, where) => {
        expect(wallClockOf(instantAt({ day, millis }, where), where)).toEqual({ day, millis });
      }),
    );
  });
});

describe('parseLocal', () => {
  const quarterPast = new Date('2019-04-25T01:32:00Z');

  it.each([
    '2019/4/25 9:32:00',
    '2019-04-25 09:32',
    '2019.4.25 9:32',
    '2019-04-25T09:32',
    '2019-04-25T09:32:00.000',
    '2019-04-25T09:32:00+08:00',
    '2019-04-25T01:32:00Z',
    '2019-04-24T20:02:00-0530',
    '2019年4月25日 9:32',
    '2019年04月25日9时32分',
    '2019年4月25日 9点32分0秒',
    '２０１９／４／２５　９：３２',
    '  2019/4/25  9:32 ',
  ])('reads %j', (text) => {
    expect(parseLocal(text, zone)).toEqual(quarterPast);
  });

  it('keeps seconds and thousandths', () => {
    expect(parseLocal('2019/4/25 9:32:09', zone)).toEqual(new Date('2019-04-25T01:32:09Z'));
    expect(parseLocal('2019-04-25T09:32:09.1239', zone)).toEqual(
      new Date('2019-04-25T01:32:09.123Z'),
    );
  });

  it.each([
    '',
    '2019-02-30 10:00',
    '2019-02-29 10:00',
    '2019-13-01 10:00',
    '2019-00-10 10:00',
    '2019-04-25 24:00',
    '2019-04-25 09:60',
    '2019-04-25 09:32:60',
    '2019-04-25',
    '2019-04/25 09:32',
    '25/4/2019 09:32',
    '2019-04-25 9:5',
    '2019-04-25T09:32+15:00',
    '2019-04-25T09:32+08:60',
    'filed 2019-04-25 09:32',
    '2019-04-25 09:32 pm',
    '43580.397',
    '0000-01-01 00:00',
    '2019-04-25 09:32\u0000',
  ])('refuses %j', (text) => {
    expect(parseLocal(text, zone)).toBeNull();
  });

  it('answers any text with an instant or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const at = parseLocal(text, zone);
        expect(at === null || Number.isFinite(at.getTime())).toBe(true);
      }),
    );
  });

  it('reads back what a wall clock shows', () => {
    const instants = fc.date({
      min: new Date('1995-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const wall = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 23);
        expect(parseLocal(wall, zone)).toEqual(at);
        expect(parseLocal(at.toISOString(), 'Europe/Paris')).toEqual(at);
      }),
    );
  });
});

import * as fc from 'fast-check';
import type { Calendar } from '@/lib/sla/calendar';
import { holidayRows } from '@/lib/sla/holidays';
import type { Allowance, Limit, LimitUnit } from '@/lib/sla/limit';
import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';

const zone = 'Asia/Shanghai';

export const china: Calendar = {
  version: 1,
  zone,
  days: new Map(holidayRows(2010, 2026).map(({ on, working }) => [on, working])),
  lastKnownYear: 2026,
  businessEndsAt: '18:00',
};

/** 'YYYY-MM-DD HH:mm' in Beijing, for reading tests like a wall calendar. */
export function beijing(written: string): Date {
  return instantOf(written.slice(0, 10), written.slice(11), zone);
}

export function readable(at: Date | null): string | null {
  if (!at) return null;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(at);
  return `${civilDateOf(at, zone)} ${time}`;
}

/** The real calendar, and invented ones with any days turned round. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constant(china),
  fc
    .record({
      turned: fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.boolean()), { maxLength: 60 }),
      businessEndsAt: fc.constantFrom('17:30', '18:00', '23:59'),
      zone: fc.constantFrom(zone, 'Asia/Urumqi', 'Asia/Kolkata'),
      lastKnownYear: fc.constantFrom(2025, 2026),
    })
    .map(({ turned, businessEndsAt, zone, lastKnownYear }) => ({
      version: 2,
      zone,
      days: new Map(turned.map(([n, working]) => [addDays('2026-01-01', n), working])),
      lastKnownYear,
      businessEndsAt,
    })),
);

export const anyInstant = fc.date({
  min: new Date('2025-12-20T00:00:00Z'),
  max: new Date('2026-07-31T00:00:00Z'),
  noInvalidDate: true,
});

export const anyAllowance: fc.Arbitrary<Allowance> = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom<LimitUnit>('hours', 'calendarDays', 'workingDays'),
});

export const anyLimit: fc.Arbitrary<Limit> = anyAllowance.map((allowance) => ({
  ...allowance,
  source: 'invented for the test',
}));

/** Milliseconds, mostly minutes to a fortnight. */
export const anySpan = fc.oneof(
  fc.integer({ min: 0, max: 3_600_000 }),
  fc.integer({ min: 0, max: 14 * 86_400_000 }),
);

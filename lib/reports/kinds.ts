import { monthWith, type Period, periodOf, weekWith } from '@/lib/measures/period';
import { addDays, type CivilDate, civilDateOf, instantOf } from '@/lib/time/civil';

export const reportKinds = ['day', 'week', 'month'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Made in the early morning of the next day, so that whoever comes to work finds it. */
const madeFrom = '06:00';

/** So many are made up for after days without a worker. */
const madeUpFor: Record<ReportKind, number> = { day: 7, week: 5, month: 12 };

/** The day itself, its week from Monday to Sunday, or its month. */
export function periodWith(kind: ReportKind, on: CivilDate, zone: string): Period {
  if (kind === 'day') return periodOf(on, on, zone);
  return kind === 'week' ? weekWith(on, zone) : monthWith(on, zone);
}

/**
 * Periods of a kind that are over and whose morning has come, the latest first; none that ended before
 * `firstOn`, the day of the first case.
 */
export function periodsOver(
  kind: ReportKind,
  { at, zone, firstOn }: { at: Date; zone: string; firstOn: CivilDate },
): Period[] {
  const today = civilDateOf(at, zone);
  const last = at < instantOf(today, madeFrom, zone) ? addDays(today, -2) : addDays(today, -1);
  const periods: Period[] = [];
  let period = periodWith(kind, last, zone);
  if (period.toOn > last) period = periodWith(kind, addDays(period.fromOn, -1), zone);
  while (periods.length < madeUpFor[kind] && period.toOn >= firstOn) {
    periods.push(period);
    period = periodWith(kind, addDays(period.fromOn, -1), zone);
  }
  return periods;
}

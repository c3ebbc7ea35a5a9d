import type { Allowance } from '@/lib/sla/limit';
import { millisOfTime, type WallTime } from '@/lib/time/civil';

export const levels = ['national', 'province', 'city', 'county'] as const;
export type Level = (typeof levels)[number];

export interface LeveledLimit extends Allowance {
  kind: string;
  urgency: string | null;
  categoryId: string | null;
  level: Level;
}

/** No run of rest days in the notices since 2010 is longer than this. */
const longestRest = 9;
const HOUR = 3_600_000;

/**
 * The fewest and most hours of real time a limit can take. Days: the first is not counted, so one that
 * starts at midnight's edge loses it; the last ends at close of business and may be moved off a rest.
 */
function hoursOf({ amount, unit }: Allowance, closing: WallTime): { least: number; most: number } {
  if (unit === 'hours') return { least: amount, most: amount };
  if (unit === 'minutes') return { least: amount / 60, most: amount / 60 };
  const close = millisOfTime(closing) / HOUR;
  const weekends = unit === 'workingDays' ? 2 * Math.ceil(amount / 5) : 0;
  // Each holiday period can fall into a working-day limit once for every half a year it covers.
  const holidays =
    unit === 'workingDays' ? longestRest * (1 + Math.ceil(amount / 30)) : longestRest;
  return {
    least: 24 * (amount - 1) + close,
    most: 24 * (amount + weekends + holidays) + close,
  };
}

/**
 * Whether the first limit asks for more haste than the second on every day there is. Limits in the same
 * kind of time are compared by their amounts; so many calendar days never end after as many working
 * days; for all else even the longest reading of the first must be shorter than the shortest of the
 * second. What depends on the day one starts is not called stricter.
 */
export function isStricter(one: Allowance, other: Allowance, closing: WallTime): boolean {
  if (one.unit === other.unit) return one.amount < other.amount;
  if (one.unit === 'calendarDays' && other.unit === 'workingDays') {
    return one.amount <= other.amount;
  }
  return hoursOf(one, closing).most < hoursOf(other, closing).least;
}

const speaksOf = ({ kind, urgency, categoryId }: LeveledLimit): string =>
  JSON.stringify([kind, urgency, categoryId]);

const isLower = (one: Level, other: Level): boolean => levels.indexOf(one) > levels.indexOf(other);

/** Rows of a lower level that ask for more haste than one above that speaks of the very same (层层加码). */
export function tightenedBelow<Row extends LeveledLimit>(
  rows: readonly Row[],
  closing: WallTime,
): Map<Row, Row> {
  const found = new Map<Row, Row>();
  for (const lower of rows) {
    const upper = rows.find(
      (it) =>
        speaksOf(it) === speaksOf(lower) &&
        isLower(lower.level, it.level) &&
        isStricter(lower, it, closing),
    );
    if (upper) found.set(lower, upper);
  }
  return found;
}

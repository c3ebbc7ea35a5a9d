/** Minutes and hours run day and night; calendar days and working days end at close of business. */
export type LimitUnit = 'minutes' | 'hours' | 'calendarDays' | 'workingDays';

/** Counted from the moment itself: no calendar has a say in it. */
export const isRoundTheClock = (unit: LimitUnit): unit is 'minutes' | 'hours' =>
  unit === 'minutes' || unit === 'hours';

export interface Allowance {
  amount: number;
  unit: LimitUnit;
}

/** How long something may take, and the rule and article that say so. */
export interface Limit extends Allowance {
  source: string;
}

/** A limit as a rule set states it; null means "any". */
export interface LimitRow extends Limit {
  kind: string;
  urgency: string | null;
  categoryId: string | null;
  statutory: boolean;
}

export interface LimitQuestion {
  kind: string;
  urgency: string | null;
  /** From the top class down to the case's own. */
  categoryPath: readonly string[];
}

function closeness(row: LimitRow, { kind, urgency, categoryPath }: LimitQuestion): number {
  const depth = row.categoryId === null ? 0 : categoryPath.indexOf(row.categoryId) + 1;
  const speaksOfThis =
    row.kind === kind &&
    (row.categoryId === null || depth > 0) &&
    (row.urgency === null || row.urgency === urgency);
  if (!speaksOfThis) return -1;
  const ranks = 2 * depth + (row.urgency === null ? 0 : 1);
  return row.statutory ? ranks + 2 * categoryPath.length + 2 : ranks;
}

/**
 * The rule closest to the case, or null if none speaks of it. A statutory row replaces every other
 * (as in 济南市12345市民服务热线条例 Art 24), then the deeper category wins, then the row that names the
 * urgency. Of two equal rows the first.
 */
export function chooseLimit<Row extends LimitRow>(
  limits: readonly Row[],
  question: LimitQuestion,
): Row | null {
  let closest: Row | null = null;
  let best = -1;
  for (const row of limits) {
    const found = closeness(row, question);
    if (found > best) {
      best = found;
      closest = row;
    }
  }
  return closest;
}

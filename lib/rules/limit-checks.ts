import { clockKinds } from '@/lib/appeals/clocks';
import type { ClockKind, Urgency } from '@/lib/appeals/records';
import type { FormProblem } from '@/lib/forms';
import { type Allowance, chooseLimit, type LimitRow, type LimitUnit } from '@/lib/sla/limit';
import type { Level } from './stricter';

export const urgencies = ['extraUrgent', 'urgent', 'ordinary', 'complex'] as const;
export const limitUnits = ['minutes', 'hours', 'calendarDays', 'workingDays'] as const;

/** Ten years, in minutes a month: more is a slip of the pen, not a limit. */
export const mostOf: Record<LimitUnit, number> = {
  minutes: 43_200,
  hours: 87_600,
  calendarDays: 3_650,
  workingDays: 3_650,
};

export interface ActiveLimit extends LimitRow {
  id: string;
  kind: ClockKind;
  urgency: Urgency | null;
  level: Level;
}

type Fresh = Omit<ActiveLimit, 'id'>;

const keyOf = ({ kind, urgency, categoryId, level }: Fresh): string =>
  JSON.stringify([kind, urgency, categoryId, level]);

export function whyNotAmount({ amount, unit }: Allowance): FormProblem[] {
  const max = mostOf[unit];
  const sound = Number.isSafeInteger(amount) && amount >= 1 && amount <= max;
  return sound ? [] : [{ field: 'amount', code: 'notBetween', values: { min: 1, max } }];
}

/** What speaks against a new row beside those in force; `instead` names the one it takes the place of. */
export function whyNotLimit(
  rows: readonly ActiveLimit[],
  fresh: Fresh,
  instead?: string,
): FormProblem[] {
  const problems = whyNotAmount(fresh);
  const twin = rows.some((it) => it.id !== instead && keyOf(it) === keyOf(fresh));
  return twin ? [...problems, { field: 'kind', code: 'sameKey' }] : problems;
}

/** Clock kinds for which some urgency would find no limit: then no appeal could be filed. */
export function uncoveredKinds(rows: readonly LimitRow[]): ClockKind[] {
  return clockKinds.filter((kind) =>
    urgencies.some((urgency) => !chooseLimit(rows, { kind, urgency, categoryPath: [] })),
  );
}

export function whyNotRetireLimit(rows: readonly ActiveLimit[], id: string): FormProblem[] {
  const left = rows.filter((it) => it.id !== id);
  const before = uncoveredKinds(rows);
  const bare = uncoveredKinds(left).find((kind) => !before.includes(kind));
  return bare ? [{ field: null, code: 'lastGeneral', values: { kind: bare } }] : [];
}

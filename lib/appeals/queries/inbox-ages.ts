import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';

/** How long a case has been open, in calendar days, both included; the last has no end. */
export const ages = {
  '0-1': { from: 0, to: 1 },
  '2-3': { from: 2, to: 3 },
  '4-7': { from: 4, to: 7 },
  '8-15': { from: 8, to: 15 },
  '16-': { from: 16, to: null },
} as const;

export type Age = keyof typeof ages;

export const ageNames = Object.keys(ages) as Age[];

export const readAge = (name: string): Age | null => ageNames.find((it) => it === name) ?? null;

/** When a case of this age was filed, told at `at`: from `since` (null: ever) to just before `until`. */
export function filedWithin(age: Age, at: Date, zone: string): { since: Date | null; until: Date } {
  const today = civilDateOf(at, zone);
  const { from, to } = ages[age];
  const start = (days: number) => instantOf(addDays(today, -days), '00:00', zone);
  return { since: to === null ? null : start(to), until: start(from - 1) };
}

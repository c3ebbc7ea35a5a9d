import type { Database } from '@/lib/db/client';
import type { UnitKind } from '@/lib/db/generated/enums';
import type { Period } from '@/lib/measures/period';

/** What one run looks at: a quarter and a year that end with the same month, in civil days of `zone`. */
export interface Window {
  quarter: Period;
  year: Period;
  zone: string;
}

export interface JudgedUnit {
  id: string;
  kind: UnitKind;
}

/** What was found about one unit. */
export interface Found {
  unitId: string;
  /** Numbers the detector's words name: never a word of a case, nor anything that tells who somebody is. */
  numbers: Readonly<Record<'n' | 'k' | 'usual' | 'tail', number>>;
  /** The cases behind `k`. */
  cases: readonly string[];
}

/** One way to notice what looks made up. It points a person to it, and does nothing else. */
export interface Detector {
  /** Whether it looks at the last three months or at the last twelve. */
  span: 'quarter' | 'year';
  find(database: Database, window: Window, units: readonly JudgedUnit[]): Promise<Found[]>;
}

/**
 * How seldom chance may bring what is found about one unit by one detector in one month. With eleven detectors
 * and twelve months a year an honest unit is found by chance at most 11 × 12 × 10⁻⁴ = 1.4 % of the years.
 */
export const chance = 1e-4;

/** Fewer than so many are nothing to bother anybody with, however seldom. */
export const fewest = 3;

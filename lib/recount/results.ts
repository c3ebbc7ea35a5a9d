import type { Origin } from '@/lib/measures/define';
import type { Period } from '@/lib/measures/period';
import type { KeptCompared } from './kept';
import type { RecountedKey } from './recounted-keys';

/** So many rows alike, as the pages count them and as the log has them. */
export interface RowCount {
  measure: RecountedKey;
  /** Civil month, 'YYYY-MM'. */
  month: string;
  unitId: string | null;
  origin: Origin;
  answer: string | null;
  heard: string | null;
  late: boolean;
  /** Of a round that is left out after exclusions. */
  leftOut: boolean;
  /** What the log says; null where only the pages have such a row. */
  yes: boolean | null;
  heardYes: boolean | null;
  published: number;
  recounted: number;
}

/** A row that one side has and the other has not, or not as often. */
export interface Difference {
  measure: RecountedKey;
  id: string;
  /** Null where the log tells of a case there is no row of. */
  caseNumber: string | null;
  round: number;
  who: string | null;
  unitId: string | null;
  origin: Origin;
  /** ISO 8601. */
  at: string;
  answer: string | null;
  heard: string | null;
  late: boolean;
  /** Of a round that is left out after exclusions. */
  leftOut: boolean;
  /** Milliseconds from the beginning to what was done. */
  millis: number | null;
  published: number;
  recounted: number;
}

/** So many of a part of the public window, by the log. */
export interface OpenLine {
  part: string;
  month: string;
  rootId: string | null;
  areaId: string | null;
  n: number;
}

/** A number of the public window that differs, before anything is withheld. */
export interface WindowDifference {
  part: string;
  span: 'month' | 'year';
  category: string | null;
  area: string | null;
  published: number;
  recounted: number;
}

export interface WindowCompared {
  month: Period;
  year: Period;
  /** Numbers compared, noughts left out. */
  numbers: number;
  differences: WindowDifference[];
}

export interface Recounted {
  period: Period;
  at: Date;
  /** Cases and steps counted from the log. */
  cases: number;
  events: number;
  /** Cases filed before the log told enough: in neither column. */
  untold: number;
  counts: RowCount[];
  /** The first rows that differ, and how many there are. */
  differences: Difference[];
  differing: number;
  /** Numbers of cases in which a unit's path is not the unit's. */
  paths: string[];
  window: WindowCompared | null;
  /** Null where nothing is kept added up, or not by this release. */
  kept: KeptCompared | null;
}

/** Whether nothing differs: no row, no path, no number of the public window, nothing that is kept added up. */
export const isSound = ({ differing, paths, window, kept }: Recounted): boolean =>
  differing === 0 &&
  paths.length === 0 &&
  (window?.differences.length ?? 0) === 0 &&
  (kept?.differing ?? 0) === 0;

import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { atLeast } from '@/lib/measures/binomial';
import type { Period } from '@/lib/measures/period';
import {
  chance,
  type Detector,
  type Found,
  fewest,
  type JudgedUnit,
  type Window,
} from './detector';

/** `k` of `n` at one unit, and the cases behind `k`. */
export interface Counted {
  unitId: string;
  n: number;
  k: number;
  cases: string[];
}

/** A unit with fewer than so many says nothing about what is usual. */
const fewestOfAUnit = 10;
const fewestUnits = 5;
/** Nothing that happens once in fifty times is a habit. */
const leastUsual = 0.02;

/**
 * What is usual among other units: the share that nine in ten of them do not exceed, and never less than what
 * they have together or one in fifty. Units of the same kind where there are five, else all; null where even
 * those are too few. Habits differ between honest units, so that the middle of them would be the wrong measure.
 */
export function usualShare(
  own: string,
  counted: readonly Counted[],
  units: readonly JudgedUnit[],
): number | null {
  const kinds = new Map(units.map((it) => [it.id, it.kind]));
  const others = counted.filter((it) => it.unitId !== own && it.n >= fewestOfAUnit);
  const alike = others.filter((it) => kinds.get(it.unitId) === kinds.get(own));
  const held = alike.length >= fewestUnits ? alike : others;
  if (held.length < fewestUnits) return null;
  const shares = held.map((it) => it.k / it.n).toSorted((one, other) => one - other);
  const ninth = shares[Math.ceil(shares.length * 0.9) - 1] ?? 1;
  const sum = (of: 'n' | 'k') => held.reduce((all, it) => all + it[of], 0);
  return Math.max(leastUsual, ninth, sum('k') / sum('n'));
}

/** Units for which chance does not bring so many where `usual` is the share. */
export function beyond(
  counted: readonly Counted[],
  usualOf: (it: Counted) => number | null,
): Found[] {
  return counted.flatMap((it) => {
    const usual = it.k >= fewest ? usualOf(it) : null;
    if (usual === null) return [];
    const tail = atLeast(it.n, usual, it.k);
    if (tail >= chance) return [];
    return [{ unitId: it.unitId, numbers: { n: it.n, k: it.k, usual, tail }, cases: it.cases }];
  });
}

/** A detector that counts in one statement and holds each unit against those like it. */
export const againstLikeUnits = (
  span: Detector['span'],
  rows: (period: Period, zone: string) => Prisma.Sql,
): Detector => ({
  span,
  async find(database: Database, window: Window, units: readonly JudgedUnit[]) {
    const counted = await database.$queryRaw<Counted[]>(rows(window[span], window.zone));
    return beyond(counted, (it) => usualShare(it.unitId, counted, units));
  },
});

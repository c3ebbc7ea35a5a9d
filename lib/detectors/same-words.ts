import type { Database } from '@/lib/db/client';
import type { Detector, JudgedUnit, Window } from './detector';
import { groupedBy } from './grouped';
import { beyond, type Counted, usualShare } from './like-units';
import { verdictsIn } from './rows';
import { likeness, shinglesOf } from './shingles';

export interface Written {
  unitId: string;
  appealId: string;
  filedAt: Date;
  phone: string | null;
  text: string;
}

const alike = 0.7;
/** Shorter texts are alike by being short. */
const fewestShingles = 12;
/** Neighbours copy each other when the water is off; they do it on the same days. */
const daysApart = 3;
const dayMs = 86_400_000;

/** Cases with a twin: nearly the same words, another telephone, more than three days before or after. */
export function twins(written: readonly Written[]): string[] {
  const all = written
    .map((it) => ({ ...it, shingles: shinglesOf(it.text) }))
    .filter((it) => it.shingles.size >= fewestShingles);
  const found = new Set<string>();
  for (const [nth, one] of all.entries()) {
    for (const other of all.slice(nth + 1)) {
      if (one.appealId === other.appealId) continue;
      if (one.phone !== null && one.phone === other.phone) continue;
      const apart = Math.abs(one.filedAt.getTime() - other.filedAt.getTime());
      if (apart <= daysApart * dayMs || likeness(one.shingles, other.shingles) < alike) continue;
      found.add(one.appealId).add(other.appealId);
    }
  }
  return [...found];
}

/**
 * Cases *solved* to somebody's mind whose words are nearly those of another such case of the unit, of all of
 * them. Answers of a unit are not held against each other: templates are there to be used.
 */
export const sameWords: Detector = {
  span: 'quarter',
  async find(database: Database, { quarter }: Window, units: readonly JudgedUnit[]) {
    const written = await database.$queryRaw<Written[]>`
      SELECT DISTINCT ON (s."unitId", s."appealId") s."unitId"::text, s."appealId"::text, a."filedAt",
        c."phoneHash" AS phone, d.what AS text
      FROM (${verdictsIn(quarter)}) AS s JOIN "Appeal" a ON a.id = s."appealId"
      JOIN "Detail" d ON d."appealId" = a.id LEFT JOIN "Contact" c ON c."voiceId" = s."voiceId"
      WHERE s.good ORDER BY s."unitId", s."appealId", s.at`;
    const counted = [...groupedBy(written, (it) => it.unitId)].map(([unitId, own]): Counted => {
      const cases = twins(own);
      return { unitId, n: own.length, k: cases.length, cases };
    });
    return beyond(counted, (it) => usualShare(it.unitId, counted, units));
  },
};

import type { Database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { atLeast, atMost } from '@/lib/measures/binomial';
import { chance, type Detector, type Found, type Window } from './detector';
import { during, judged, verdictsIn } from './rows';

interface Row {
  unitId: string;
  /** Verdicts, and how many were not *solved*. */
  said: number;
  saidNot: number;
  /** People an interviewer reached, and how many of them said it was not solved. */
  heard: number;
  heardNot: number;
  cases: string[];
}

const fewestHeard = 15;

/**
 * The least share of which chance still brings `k` or more out of `n` as often as `tail`: the lower end of an exact
 * interval (C. J. Clopper and E. S. Pearson 1934).
 */
export function leastShare(n: number, k: number, tail: number): number {
  let [low, high] = [0, k / n];
  for (let nth = 0; nth < 40; nth++) {
    const middle = (low + high) / 2;
    if (atLeast(n, middle, k) < tail) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The share of a unit's verdicts one would expect not to be *solved* by what interviewers heard at that unit: the
 * least that goes with it, times what is usual elsewhere between the two, since those who are called are those who
 * had not answered.
 */
export function expectedNot(own: Row, all: readonly Row[]): number {
  const sum = (of: 'said' | 'saidNot' | 'heard' | 'heardNot') =>
    all.reduce((total, it) => total + (it.unitId === own.unitId ? 0 : it[of]), 0);
  const heard = sum('heardNot') / Math.max(1, sum('heard'));
  const usual = heard > 0 ? sum('saidNot') / Math.max(1, sum('said')) / heard : 1;
  return leastShare(own.heard, own.heardNot, chance / 2) * Math.min(1, usual);
}

/**
 * Fewer verdicts that are not *solved* than what interviewers heard lets one expect: a two-sample comparison that
 * treats verdicts as bought or dictated where the people who were called tell another story.
 */
export const heardOtherwise: Detector = {
  span: 'year',
  async find(database: Database, { year }: Window) {
    const rows = await database.$queryRaw<Row[]>`
      WITH said AS (
        SELECT s."unitId", count(*)::int AS said, (count(*) FILTER (WHERE NOT s.good))::int AS "saidNot"
        FROM (${verdictsIn(year)}) AS s GROUP BY 1),
      heard AS (
        SELECT r."unitId", count(*)::int AS heard, (count(*) FILTER (WHERE i.solved <> 'yes'))::int AS "heardNot",
          coalesce(array_agg(DISTINCT i."appealId"::text) FILTER (WHERE i.solved <> 'yes'), '{}') AS cases
        FROM "Interview" i JOIN "Round" r ON r.id = i."roundId" JOIN "Appeal" a ON a.id = i."appealId"
        WHERE i.reached AND i.solved IS NOT NULL AND r."unitId" IS NOT NULL AND NOT r."atDesk" AND ${judged}
          AND ${during(Prisma.sql`i.at`, year)} GROUP BY 1)
      SELECT s."unitId"::text, s.said, s."saidNot", h.heard, h."heardNot", h.cases
      FROM said s JOIN heard h ON h."unitId" = s."unitId"`;
    return rows.flatMap((it): Found[] => {
      if (it.heard < fewestHeard) return [];
      const usual = expectedNot(it, rows);
      const tail = atMost(it.said, usual, it.saidNot);
      // Half of what chance may bring is spent on what was heard.
      if (tail >= chance / 2) return [];
      const numbers = { n: it.said, k: it.saidNot, usual, tail };
      return [{ unitId: it.unitId, numbers, cases: it.cases }];
    });
  },
};

import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { type MeasureKey, timedKeys } from '@/lib/measures/define';
import type { Period } from '@/lib/measures/period';
import { type RolledKey, rolledKeys, type TookKey } from '@/lib/measures/rolled/keys';
import { type Mark, nowhere } from '@/lib/measures/rolled/mark';
import { rowsOf } from '@/lib/measures/rolled/rows';
import { inSlice, type Slice } from './from-events';
import { newlyToldKeys, type RecountedKey, recountedKeys } from './recounted-keys';

/** Differing rows kept of all; all are counted. */
const mostShown = 50;

interface KeptRow {
  key: string;
  unitId: string | null;
  origin: string | null;
  answer: string | null;
  heard: string | null;
  late: boolean | null;
  /** Milliseconds; null: it is not about how long something took. */
  took: number | null;
  /** So many of them are kept. */
  kept: number;
}

/** What is kept of one case, and what its steps come to. */
export interface ShareDifference extends KeptRow {
  id: string;
  /** Null where there is no such case. */
  caseNumber: string | null;
  /** Civil day, 'YYYY-MM-DD'. */
  on: string;
  recounted: number;
}

/** A sum of a day, week or month, and what the cases come to. */
export interface SumDifference extends KeptRow {
  grain: 'day' | 'week' | 'month';
  /** First day of it. */
  on: string;
  part: string;
  ofCases: number;
}

export interface SharesCompared {
  /** Rows kept of cases, compared. */
  rows: number;
  /** Cases that changed since they were added up: left out, since a lag is no mistake. */
  lagging: number;
  differing: number;
  differences: ShareDifference[] | null;
}

export interface SumsCompared {
  /** Sums compared: of days, weeks and months. */
  sums: number;
  differing: number;
  differences: SumDifference[] | null;
}

/** Everything that is kept added up, held against the log. */
export interface KeptCompared {
  /** How far it has been added up, ISO 8601. */
  upTo: string;
  rows: number;
  sums: number;
  lagging: number;
  /** Rows and sums together. */
  differing: number;
  shares: ShareDifference[];
  sumsApart: SumDifference[];
}

/**
 * Told by the log of every row there is. What it has told only lately is held against the rows the pages count, and those
 * are held against the log.
 */
const isCounted = (key: string): key is RecountedKey =>
  recountedKeys.some((it) => it === key) && !newlyToldKeys.some((it) => it === key);

/** Keys that are kept as they are counted. */
const alike = rolledKeys.filter(isCounted);
const tooks: readonly MeasureKey[] = timedKeys.filter(isCounted);
const tookOf = (key: MeasureKey): TookKey => `took:${key}` as TookKey;

/** What the log does not tell is held against the rows the pages count. */
const fromTables: readonly RolledKey[] = rolledKeys.filter(
  (key) => !isCounted(key) && key !== 'rounds' && !tooks.some((it) => tookOf(it) === key),
);

interface SharesAsk {
  period: Period;
  zone: string;
  at: Date;
  mark: Mark;
}

/**
 * What is kept of the cases of a slice against what the log says of them, which lies in `recount_row`; case by case, so that
 * two mistakes do not make up for each other. Cases that were marked as changed, and those with a limit that fell due between
 * the mark and the instant of asking, are as they were: they are left out.
 */
export async function compareShares(
  transaction: Transaction,
  slice: Slice,
  ask: SharesAsk,
): Promise<SharesCompared> {
  const { period, zone, at, mark } = ask;
  const [first, last] = mark.upTo < at ? [mark.upTo, at] : [at, mark.upTo];
  await transaction.$executeRaw`
    INSERT INTO recount_restless
    SELECT s."appealId" FROM "MeasureStale" s WHERE ${inSlice(Prisma.sql`s."appealId"`, slice)}
    UNION SELECT c."appealId" FROM "Clock" c WHERE c."stoppedAt" IS NULL AND c."dueAt" >= ${first}
      AND c."dueAt" < ${last} AND ${inSlice(Prisma.sql`c."appealId"`, slice)}
    UNION SELECT id FROM recount_untold`;
  const columns = Prisma.sql`id, key, "unitId", origin, "on", answer, heard, late, took`;
  const day = Prisma.sql`(at AT TIME ZONE ${zone})::date`;
  const scope = { actor: null, period, unitPath: null, alone: false, at };
  const [found] = await transaction.$queryRaw<SharesCompared[]>`
    WITH log AS (
      SELECT id, measure AS key, "unitId", origin, ${day} AS "on", answer, heard, late, NULL::bigint AS took
      FROM recount_row WHERE r = 1 AND measure = ANY(${[...alike]})
      UNION ALL
      SELECT id, 'rounds', "unitId", origin, ${day}, NULL, NULL, FALSE, NULL
      FROM recount_row WHERE r = 1 AND measure = 'reopened'
      UNION ALL
      SELECT id, 'took:' || measure, "unitId", origin, ${day}, NULL, NULL, FALSE, millis
      FROM recount_row WHERE r = 1 AND millis IS NOT NULL AND measure = ANY(${[...tooks]})
      UNION ALL
      SELECT "appealId", key, "unitId", origin, ${day}, answer, heard, late, took
      FROM (${rowsOf(fromTables, { ...scope, only: inSlice(Prisma.sql`a.id`, slice) })}) AS shown
    ),
    kept AS (
      SELECT s."appealId" AS id, coalesce(k.key, '?') AS key, nullif(e."unitId", ${nowhere}::uuid) AS "unitId", k.origin,
        e."on", k.answer, k.heard, k.late, e.took
      FROM "MeasureShare" s
      CROSS JOIN LATERAL unnest(s.ons, s.units, s.kinds, s.tooks) AS e("on", "unitId", kind, took)
      LEFT JOIN "MeasureKind" k ON k.id = e.kind
      WHERE ${inSlice(Prisma.sql`s."appealId"`, slice)}
        AND e."on" BETWEEN ${period.fromOn}::text::date AND ${period.toOn}::text::date
    ),
    compared AS MATERIALIZED (
      SELECT ${columns}, sum(k)::int AS kept, sum(l)::int AS recounted FROM (
        SELECT *, 1 AS k, 0 AS l FROM kept UNION ALL SELECT *, 0, 1 FROM log
      ) AS either
      WHERE NOT EXISTS (SELECT FROM recount_restless x WHERE x.id = either.id)
      GROUP BY ${columns}
    ),
    apart AS (
      SELECT c.id, a."caseNumber", c.key, c."unitId", c.origin, c."on"::text AS "on", c.answer, c.heard, c.late, c.took,
        c.kept, c.recounted
      FROM compared c LEFT JOIN "Appeal" a ON a.id = c.id
      WHERE c.kept <> c.recounted ORDER BY c."on", c.id, c.key, c.kept DESC LIMIT ${mostShown}
    )
    SELECT (SELECT coalesce(sum(kept), 0)::int FROM compared) AS rows,
      (SELECT count(DISTINCT x.id)::int FROM recount_restless x
        WHERE x.id NOT IN (SELECT id FROM recount_untold)) AS lagging,
      (SELECT count(*)::int FROM compared WHERE kept <> recounted) AS differing,
      (SELECT json_agg(d) FROM apart d) AS differences`;
  if (!found) throw new Error('a statement without its row');
  return found;
}

/**
 * Every sum of a day, week and month against all that is kept of cases, those that lag as well: sums lag with them. Where
 * both this and what is kept of cases agree, each sum is what the log alone comes to.
 */
export async function compareSums(transaction: Transaction): Promise<SumsCompared> {
  const columns = Prisma.sql`grain, "on", part, "unitId", kind, took`;
  const [found] = await transaction.$queryRaw<SumsCompared[]>`
    WITH share AS MATERIALIZED (
      SELECT e."on", coalesce(k.part, '?') AS part, e."unitId", e.kind, e.took, count(*) AS n
      FROM "MeasureShare" s
      CROSS JOIN LATERAL unnest(s.ons, s.units, s.kinds, s.tooks) AS e("on", "unitId", kind, took)
      LEFT JOIN "MeasureKind" k ON k.id = e.kind
      GROUP BY 1, 2, 3, 4, 5
    ),
    compared AS MATERIALIZED (
      SELECT ${columns}, sum(k)::int AS kept, sum(s)::int AS shares FROM (
        SELECT 'day' AS grain, "on", part, "unitId", kind, took, 0 AS k, n AS s FROM share
        UNION ALL
        SELECT 'week', "on" - (extract(isodow FROM "on")::int - 1), part, "unitId", kind, NULL, 0, n
        FROM share WHERE part <> 'took'
        UNION ALL
        SELECT 'month', "on" - (extract(day FROM "on")::int - 1), part, "unitId", kind, NULL, 0, n
        FROM share WHERE part <> 'took'
        UNION ALL
        SELECT r.grain, r."on", r.part, r."unitId", e.kind, e.took, e.n, 0
        FROM "MeasureRollUp" r CROSS JOIN LATERAL unnest(r.kinds, r.tooks, r.ns) AS e(kind, took, n)
      ) AS either
      GROUP BY ${columns}
    ),
    apart AS (
      SELECT c.grain, c."on"::text AS "on", c.part, nullif(c."unitId", ${nowhere}::uuid) AS "unitId",
        coalesce(k.key, '?') AS key, k.origin, k.answer, k.heard, k.late, c.took, c.kept, c.shares AS "ofCases"
      FROM compared c LEFT JOIN "MeasureKind" k ON k.id = c.kind
      WHERE c.kept <> c.shares ORDER BY c."on", c.grain, c."unitId", k.key, c.kept DESC LIMIT ${mostShown}
    )
    SELECT (SELECT count(*)::int FROM compared WHERE kept <> 0) AS sums,
      (SELECT count(*)::int FROM compared WHERE kept <> shares) AS differing,
      (SELECT json_agg(d) FROM apart d) AS differences`;
  if (!found) throw new Error('a statement without its row');
  return found;
}

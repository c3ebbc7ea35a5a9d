import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { periodOf } from '../period';
import type { Scope } from '../population';
import { rolledKeys, tookPart } from './keys';
import { type Mark, nowhere, readMark } from './mark';
import { firstDay, lastDay } from './pieces';
import { madeNow, rowsOf } from './rows';

/** Cases of one transaction: what bounds its length, and what a crash loses. */
const casesAtOnce = 2_000;
/** Anything longer than this stands still. */
const mostTime = 300_000;

export interface Folded {
  /** Whether all was done anew, since nothing was there or other statements had made it. */
  anew: boolean;
  cases: number;
}

/**
 * Brings the roll-ups up to the present instant: cases that changed since, and those of which a limit has fallen due.
 * Each step is one transaction, so that a break anywhere loses no more than time; what was folded is not
 * folded again. Of two that fold at once one waits.
 *
 * @param upTo an instant for tests; that of the database.
 */
export async function foldMeasures({
  upTo,
  atOnce = casesAtOnce,
}: {
  upTo?: Date;
  atOnce?: number;
} = {}): Promise<Folded> {
  const anew = await alone((transaction) => moveMark(transaction, upTo));
  const folded = { anew, cases: 0 };
  for (;;) {
    const cases = await alone((transaction) => foldSome(transaction, atOnce));
    folded.cases += cases;
    if (cases === 0) return folded;
  }
}

const alone = <Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
  db().$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fold measures'))`;
      // Joins of thousands of cases are planned without knowing how many there are.
      await transaction.$executeRaw`SELECT set_config('jit', 'off', TRUE), set_config('work_mem', '64MB', TRUE)`;
      return work(transaction);
    },
    { timeout: mostTime, maxWait: mostTime },
  );

/**
 * Limits that fell due between the marks change their cases without a step: those cases are folded with the mark already
 * moved, and read as changed by whoever asks before.
 *
 * @returns whether all begins anew.
 */
async function moveMark(transaction: Transaction, wanted: Date | undefined): Promise<boolean> {
  const upTo = wanted ?? (await databaseClock(transaction));
  const mark = await readMark(transaction);
  if (!mark) {
    await beginAnew(transaction, upTo);
    return true;
  }
  const [first, last] = mark.upTo < upTo ? [mark.upTo, upTo] : [upTo, mark.upTo];
  await transaction.$executeRaw`
    INSERT INTO "MeasureStale" ("appealId") SELECT DISTINCT c."appealId" FROM "Clock" c
    WHERE c."stoppedAt" IS NULL AND c."dueAt" >= ${first} AND c."dueAt" < ${last}`;
  await transaction.$executeRaw`UPDATE "MeasureMark" SET "upTo" = ${upTo}`;
  return false;
}

async function beginAnew(transaction: Transaction, upTo: Date): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "MeasureRollUp"`;
  await transaction.$executeRaw`DELETE FROM "MeasureShare"`;
  await transaction.$executeRaw`DELETE FROM "MeasureStale"`;
  await transaction.$executeRaw`DELETE FROM "MeasureKind"`;
  await transaction.$executeRaw`
    INSERT INTO "MeasureMark" (id, made, zone, "upTo")
    SELECT 1, ${madeNow()}, zone, ${upTo} FROM "Installation"
    ON CONFLICT (id) DO UPDATE SET made = EXCLUDED.made, zone = EXCLUDED.zone, "upTo" = EXCLUDED."upTo"`;
  // In the order in which they were filed: cases of the same days are folded together.
  await transaction.$executeRaw`
    INSERT INTO "MeasureStale" ("appealId") SELECT id FROM "Appeal" ORDER BY id`;
}

/** What has changed longest ago first. @returns how many cases were folded. */
async function foldSome(transaction: Transaction, atOnce: number): Promise<number> {
  // Before anything is read: what changes from here on is marked once more.
  const found = await transaction.$queryRaw<{ appealId: string }[]>`
    DELETE FROM "MeasureStale" WHERE id IN (SELECT id FROM "MeasureStale" ORDER BY id LIMIT ${atOnce})
    RETURNING "appealId"`;
  if (found.length === 0) return 0;
  const ids = [...new Set(found.map((it) => it.appealId))];
  const mark = await readMark(transaction);
  if (!mark) throw new Error('roll-ups without a mark');
  await transaction.$executeRaw`
    CREATE TEMP TABLE measure_fresh (part text, key text, "appealId" uuid, "unitId" uuid, origin text,
      at timestamptz, answer text, heard text, late boolean, took bigint) ON COMMIT DROP`;
  await transaction.$executeRaw`INSERT INTO measure_fresh ${freshRows(ids, mark)}`;
  await transaction.$executeRaw`
    INSERT INTO "MeasureKind" (part, key, origin, answer, heard, late)
    SELECT DISTINCT f.part, f.key, f.origin, f.answer, f.heard, f.late FROM measure_fresh f
    WHERE NOT EXISTS (SELECT FROM "MeasureKind" k WHERE ${isOfKind})`;
  await transaction.$executeRaw(replaceShares(ids, mark));
  return ids.length;
}

const isOfKind = Prisma.sql`k.key = f.key AND k.origin = f.origin AND k.late = f.late
  AND k.answer IS NOT DISTINCT FROM f.answer AND k.heard IS NOT DISTINCT FROM f.heard`;

/** All that these cases are counted as, by everybody, whenever it counts. */
function freshRows(ids: readonly string[], { upTo, zone }: Mark): Prisma.Sql {
  const scope: Scope = {
    actor: null,
    period: periodOf(firstDay, lastDay, zone),
    unitPath: null,
    alone: false,
    at: upTo,
    only: Prisma.sql`a.id = ANY(${ids}::uuid[])`,
  };
  return rowsOf(rolledKeys, scope);
}

/** Shares are replaced, and what they differ by is added to the days, weeks and months. */
const replaceShares = (ids: readonly string[], mark: Mark): Prisma.Sql => Prisma.sql`
  WITH fresh AS MATERIALIZED (
    SELECT f."appealId", (f.at AT TIME ZONE ${mark.zone})::date AS "on",
      coalesce(f."unitId", ${nowhere}::uuid) AS "unitId", k.part, k.id AS kind, f.took
    FROM measure_fresh f JOIN "MeasureKind" k ON ${isOfKind}
  ),
  before AS MATERIALIZED (
    SELECT e."on", e."unitId", k.part, e.kind, e.took FROM "MeasureShare" s
    CROSS JOIN LATERAL unnest(s.ons, s.units, s.kinds, s.tooks) AS e("on", "unitId", kind, took)
    JOIN "MeasureKind" k ON k.id = e.kind
    WHERE s."appealId" = ANY(${ids}::uuid[])
  ),
  put AS (
    INSERT INTO "MeasureShare" ("appealId", ons, units, kinds, tooks)
    SELECT "appealId", array_agg("on" ORDER BY kind, "on", "unitId", took),
      array_agg("unitId" ORDER BY kind, "on", "unitId", took), array_agg(kind ORDER BY kind, "on", "unitId", took),
      array_agg(took ORDER BY kind, "on", "unitId", took)
    FROM fresh GROUP BY "appealId"
    ON CONFLICT ("appealId") DO UPDATE SET ons = EXCLUDED.ons, units = EXCLUDED.units,
      kinds = EXCLUDED.kinds, tooks = EXCLUDED.tooks
  ),
  gone AS (
    DELETE FROM "MeasureShare" s WHERE s."appealId" = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM fresh f WHERE f."appealId" = s."appealId")
  ),
  difference AS MATERIALIZED (
    SELECT "on", part, "unitId", kind, took, sum(n) AS n FROM (
      SELECT "on", part, "unitId", kind, took, 1 AS n FROM fresh
      UNION ALL SELECT "on", part, "unitId", kind, took, -1 FROM before) AS either
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0
  ),
  grained AS MATERIALIZED (
    SELECT 'day' AS grain, * FROM difference
    UNION ALL
    SELECT g.grain, date_trunc(g.grain, d."on"::timestamp)::date, d.part, d."unitId", d.kind, NULL, sum(d.n)
    FROM difference d CROSS JOIN (VALUES ('week'), ('month')) AS g(grain)
    WHERE d.part <> ${tookPart} GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.n) <> 0
  ),
  touched AS MATERIALIZED (SELECT DISTINCT grain, "on", part, "unitId" FROM grained),
  sums AS MATERIALIZED (
    SELECT grain, "on", part, "unitId", kind, took, sum(n)::int AS n FROM (
      SELECT * FROM grained
      UNION ALL
      SELECT r.grain, r."on", r.part, r."unitId", e.kind, e.took, e.n
      FROM touched t JOIN "MeasureRollUp" r USING (grain, "on", part, "unitId")
      CROSS JOIN LATERAL unnest(r.kinds, r.tooks, r.ns) AS e(kind, took, n)) AS either
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0
  ),
  added AS (
    INSERT INTO "MeasureRollUp" (grain, "on", part, "unitId", kinds, tooks, ns)
    SELECT grain, "on", part, "unitId", array_agg(kind ORDER BY kind, took), array_agg(took ORDER BY kind, took),
      array_agg(n ORDER BY kind, took)
    FROM sums GROUP BY 1, 2, 3, 4
    ON CONFLICT (grain, "on", part, "unitId") DO UPDATE SET
      kinds = EXCLUDED.kinds, tooks = EXCLUDED.tooks, ns = EXCLUDED.ns
  )
  DELETE FROM "MeasureRollUp" r USING touched t
  WHERE r.grain = t.grain AND r."on" = t."on" AND r.part = t.part AND r."unitId" = t."unitId"
    AND NOT EXISTS (SELECT FROM sums s WHERE s.grain = t.grain AND s."on" = t."on" AND s.part = t.part
      AND s."unitId" = t."unitId")`;

import { Prisma } from '@/lib/db/generated/client';
import type { TimedKey } from '../define';
import type { Scope } from '../population';
import { type TookKey, timedOf, tookKeys, tookPart } from './keys';
import { daysOf } from './pieces';
import { inOneView, type Restless, within } from './read';
import { rowsOf } from './rows';

/** How long it took, in seconds from beginning to end as the calendar goes, holds included. */
export interface Spans {
  n: number;
  median: number;
  p90: number;
}

/**
 * Of rounds whose filers came by themselves; what nothing was done of has none. Over the very rows that are counted:
 * what is still owed has no end yet, and two vain tries are no contact.
 */
export async function countSpans(scope: Scope): Promise<Map<TimedKey, Spans>> {
  const periods = [scope.period];
  const found = await inOneView(
    { scope, periods },
    (transaction, restless) =>
      transaction.$queryRaw<(Spans & { key: TookKey })[]>`
      SELECT key, count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY took / 1000.0::float8) AS median,
        percentile_cont(0.9) WITHIN GROUP (ORDER BY took / 1000.0::float8) AS p90
      FROM (${restless ? bothTooks(scope, restless) : freshTooks(scope)}) AS done GROUP BY key`,
  );
  return new Map(found.map(({ key, ...spans }) => [timedOf(key), spans]));
}

const freshTooks = (scope: Scope) =>
  Prisma.sql`SELECT key, took FROM (${rowsOf(tookKeys, scope)}) AS fresh WHERE origin = 'own'`;

/** Each as often as it is there: what is kept, but for the restless cases, and those from their rows. */
function bothTooks(scope: Scope, restless: Restless): Prisma.Sql {
  const days = daysOf(scope.period).map((it) => it.on);
  const kept = Prisma.sql`
    SELECT e.kind, e.took, e.n::int AS n FROM "MeasureRollUp" r
    CROSS JOIN LATERAL unnest(r.kinds, r.tooks, r.ns) AS e(kind, took, n)
    WHERE r.grain = 'day' AND r."on" = ANY(${days}::text[]::date[]) AND r.part = ${tookPart}
      AND ${within({ scope }, Prisma.sql`r."unitId"`)}`;
  const ofKind = Prisma.sql`JOIN "MeasureKind" k ON k.id = e.kind AND k.key = ANY(${[...tookKeys]}) AND k.origin = 'own'`;
  if (restless.length === 0) {
    return Prisma.sql`
      SELECT k.key, e.took FROM (${kept}) AS e ${ofKind} CROSS JOIN LATERAL generate_series(1, e.n)`;
  }
  return Prisma.sql`
    SELECT key, took FROM (
      SELECT key, took, sum(n)::int AS n FROM (
        SELECT k.key, e.took, e.n FROM (${kept}) AS e ${ofKind}
        UNION ALL
        SELECT k.key, e.took, -1 FROM "MeasureShare" s
        CROSS JOIN LATERAL unnest(s.ons, s.units, s.kinds, s.tooks) AS e("on", "unitId", kind, took) ${ofKind}
        WHERE s."appealId" = ANY(${restless}::uuid[]) AND e."on" = ANY(${days}::text[]::date[])
          AND ${within({ scope }, Prisma.sql`e."unitId"`)}
        UNION ALL
        SELECT key, took, 1 FROM (${freshTooks({ ...scope, only: Prisma.sql`a.id = ANY(${restless}::uuid[])` })}) AS own
      ) AS all_of_them GROUP BY key, took) AS done
    CROSS JOIN LATERAL generate_series(1, done.n)`;
}

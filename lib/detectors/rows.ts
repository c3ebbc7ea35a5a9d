import { Prisma } from '@/lib/db/generated/client';
import type { Period } from '@/lib/measures/period';

/** Trials and what came from elsewhere are judged by nobody here. `a`: the appeal. */
export const judged = Prisma.sql`NOT a.trial AND a."importId" IS NULL`;

export const during = (column: Prisma.Sql, { from, until }: Period): Prisma.Sql =>
  Prisma.sql`${column} >= ${from} AND ${column} < ${until}`;

/**
 * Verdicts residents gave on answers of units, `good` where it is *solved*. Look-backs, and answers given at
 * the desk, are left out: nobody gains by them.
 */
export const verdictsIn = (period: Period): Prisma.Sql => Prisma.sql`
  SELECT v.id, v."appealId", v."voiceId", v.at, r.id AS "roundId", r."unitId", v.solved = 'yes' AS good
  FROM "Verdict" v JOIN "Round" r ON r.id = v."roundId" JOIN "Appeal" a ON a.id = v."appealId"
  WHERE v.occasion = 'closing' AND r."unitId" IS NOT NULL AND NOT r."atDesk" AND ${judged}
    AND ${during(Prisma.sql`v.at`, period)}`;

/** Rounds a unit answered. */
export const answersIn = (period: Period): Prisma.Sql => Prisma.sql`
  SELECT r.id, r."appealId", r."unitId", r.number, r."startedAt", r."resolvedAt" AS at
  FROM "Round" r JOIN "Appeal" a ON a.id = r."appealId"
  WHERE r."unitId" IS NOT NULL AND NOT r."atDesk" AND ${judged}
    AND ${during(Prisma.sql`r."resolvedAt"`, period)}`;

/** `n`, `k` and the cases behind `k` by unit, of rows with `unitId`, `appealId` and `hit`. */
export const countedBy = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT "unitId", count(*)::int AS n, (count(*) FILTER (WHERE hit))::int AS k,
    coalesce(array_agg(DISTINCT "appealId"::text) FILTER (WHERE hit), '{}') AS cases
  FROM (${rows}) AS counted GROUP BY "unitId"`;

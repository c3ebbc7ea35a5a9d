import { Prisma } from '@/lib/db/generated/client';
import { type MeasureKey, measures } from './define';

/** What residents say: the rates from which a round can be left out. */
const canBeLeftOut = Object.entries(measures).flatMap(([key, { population }]) =>
  population === 'voices' ? [key as MeasureKey] : [],
);

/**
 * The SQL twin of isLeftOut in lib/appeals/exclusions.ts: granted, and no objection waits or was upheld. As it is now, or as
 * it was at an instant.
 */
function leftOut(roundId: Prisma.Sql, at: Date | null = null): Prisma.Sql {
  const by = (column: Prisma.Sql) => (at ? Prisma.sql`${column} < ${at}` : Prisma.sql`TRUE`);
  return Prisma.sql`EXISTS (
    SELECT FROM "Request" x WHERE x."roundId" = ${roundId} AND x.kind = 'exclude'
      AND x.outcome = 'granted' AND ${by(Prisma.sql`x."endedAt"`)}
      AND NOT EXISTS (
        SELECT FROM "Request" k WHERE k."roundId" = x."roundId" AND k.kind = 'keepIn'
          AND ${by(Prisma.sql`k.at`)}
          AND NOT (k.outcome IS NOT DISTINCT FROM 'refused' AND ${by(Prisma.sql`k."endedAt"`)})))`;
}

/** Appeals `a` of which any round can be left out: few, found before anything is counted. */
export const mayBeLeftOut = Prisma.sql`a.id = ANY(ARRAY(
  SELECT x."appealId" FROM "Request" x WHERE x.kind = 'exclude' AND x.outcome = 'granted'))`;

/** Of rows due under a measure, those of rounds that are left out. `measure` and `roundId` are columns of `Due`. */
export const dueLeftOut = (at: Date | null = null): Prisma.Sql =>
  Prisma.sql`(due.measure = ANY(${canBeLeftOut}) AND ${leftOut(Prisma.sql`due."roundId"`, at)})`;

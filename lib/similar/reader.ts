import { barredInSql } from '@/lib/appeals/queries/recused';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';

/** Who is told of like cases. */
export interface Reader {
  /** A query for the ids of cases that may not even be counted. */
  barred: Prisma.Sql;
  /** A condition on an appeal `a` of which they may be told. */
  sees: Prisma.Sql;
}

export const asStaff = (actor: PersonActor): Reader => ({
  barred: barredInSql(actor),
  sees: visibleInSql(actor),
});

/**
 * Somebody at the front door: of open cases alone, and of none that complains of somebody, was filed in
 * secrecy or is still being brought in.
 */
export const asStranger: Reader = {
  barred: Prisma.sql`SELECT x."appealId" AS id FROM "Recusal" x WHERE x."endedAt" IS NULL`,
  sees: Prisma.sql`(NOT a.recused AND NOT a."namesPerson" AND a.status NOT IN ('closed', 'resolved')
    AND NOT EXISTS (SELECT FROM "Voice" w WHERE w."appealId" = a.id AND w.secret
      AND w."joinedAt" <= a."filedAt")
    AND NOT EXISTS (SELECT FROM "Import" m WHERE m.id = a."importId" AND m."finishedAt" IS NULL))`,
};

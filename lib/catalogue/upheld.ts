import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';

/** Returns that another dispatcher found right: the catalogue may name the wrong unit. */
export interface Upheld {
  categoryId: string;
  fromUnitId: string;
  toUnitId: string;
  times: number;
  lastAt: Date;
}

const mostShown = 50;

const isUpheld = Prisma.sql`e.verb = 'dispatch' AND e.data @> '{"upheld": true}'`;

/** Of the archive only cases with such a step are opened: an index knows them. */
const upheldSteps = Prisma.sql`(
  SELECT e."appealId", e.at, e.data FROM "Event" e WHERE ${isUpheld}
  UNION ALL
  SELECT e."appealId", e.at, e.data FROM "ArchivedCase" c CROSS JOIN archived_steps(c) e
  WHERE c.data @> '[{"upheld": true}]' AND ${isUpheld})`;

/**
 * What upheld returns propose to change: by category, who sent it back and who was named instead, since the
 * category's entry, or one above it, was last looked at. Counts only cases the reader may know of; what speaks for the
 * unit named instead is asked by whoever shows it.
 */
export function readUpheld(by: PersonActor): Promise<Upheld[]> {
  return db().$queryRaw<Upheld[]>`
    SELECT a."categoryId", s."unitId" AS "fromUnitId", (e.data->>'leadUnitId')::uuid AS "toUnitId",
      count(*)::int AS times, max(e.at) AS "lastAt"
    FROM ${upheldSteps} AS e JOIN "Appeal" a ON a.id = e."appealId" AND NOT a.trial
    JOIN LATERAL (
      SELECT w."unitId" FROM "Assignment" w
      WHERE w."appealId" = a.id AND w.role = 'lead' AND w."endedAs" = 'sentBack' AND w."untilAt" <= e.at
      ORDER BY w."untilAt" DESC LIMIT 1) s ON TRUE
    WHERE e.data ? 'leadUnitId' AND a."categoryId" IS NOT NULL AND ${notRecusedInSql(by)}
      AND e.at > COALESCE((
        SELECT max(c."fromAt") FROM "Category" own JOIN "Category" up ON starts_with(own.path, up.path)
        JOIN "CatalogueEntry" c ON c."categoryId" = up.id WHERE own.id = a."categoryId"), '-infinity')
    GROUP BY 1, 2, 3 ORDER BY times DESC, "lastAt" DESC, 1, 2, 3 LIMIT ${mostShown}`;
}

import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

/** How often a unit was named to lead such cases, and how often it sent them back. */
export interface Returns {
  named: number;
  sentBack: number;
}

/**
 * Over the last year, of cases of this category or below it, as far as the reader may know of them. A naming
 * whose unit has neither accepted nor sent it back yet says nothing.
 */
export async function readReturns(
  actor: PersonActor,
  unitId: string,
  categoryId: string,
): Promise<Returns> {
  const [row] = await db().$queryRaw<Returns[]>`
    SELECT count(*)::int AS named,
      count(*) FILTER (WHERE s."endedAs" = 'sentBack')::int AS "sentBack"
    FROM "Category" own JOIN "Category" c ON starts_with(c.path, own.path)
    JOIN "Appeal" a ON a."categoryId" = c.id AND a."filedAt" > now() - interval '1 year' AND NOT a.trial
    JOIN "Assignment" s ON s."appealId" = a.id AND s."unitId" = ${unitId}::uuid AND s.role = 'lead'
    WHERE own.id = ${categoryId}::uuid AND ${visibleInSql(actor)}
      AND (s."untilAt" IS NOT NULL OR a.status <> 'dispatched')`;
  return row ?? { named: 0, sentBack: 0 };
}

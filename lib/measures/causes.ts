import { behindInSql } from '@/lib/appeals/queries/behind-in-sql';
import type { CauseClass } from '@/lib/appeals/records';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { counted, under } from './population';

/** Causes of one kind with one owner, as things stand. */
export interface CauseLine {
  class: CauseClass;
  owner: MeasuredUnit;
  /** What they are in a line each, as far as kept, the newest first; at most three. */
  named: string[];
  /** How many different ones there are. */
  kinds: number;
  cases: number;
  /** People behind these cases, those of cases merged into them as well. */
  people: number;
  oldestAt: Date;
  answered: number;
  /** The earliest date promised, 'YYYY-MM-DD'. */
  byOn: string | null;
}

type Row = Omit<CauseLine, 'owner'> & { unitId: string };

/**
 * The register of causes: what lies above the units that have the cases, with whom, for how many, since
 * when, and whether its owner has said what will be done. The longest unanswered first.
 */
export async function causeRegister(
  actor: Actor,
  ask: Pick<Ask, 'period' | 'unit' | 'alone' | 'at'>,
): Promise<CauseLine[] | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const rows = await reading(
    scope.actor,
    (database) => database.$queryRaw<Row[]>`
    WITH listed AS (
      SELECT o.class, o."unitId", o.at, o."answeredAt", o."byOn", w.body,
        ${behindInSql(Prisma.sql`o."appealId"`)} AS behind
      FROM "Cause" o JOIN "Appeal" a ON a.id = o."appealId"
      LEFT JOIN "Request" q ON q.id = o."requestId"
      LEFT JOIN "Text" w ON w."appealId" = o."appealId" AND w.seq = coalesce(q.seq, o.seq)
        AND w.field = 'cause'
      WHERE o."endedAt" IS NULL AND ${under(Prisma.sql`o."unitPath"`, scope)} AND ${counted(scope)}
    )
    SELECT class::text AS class, "unitId", sum((behind->>'cases')::int)::int AS cases,
      sum((behind->>'people')::int)::int AS people,
      min(at) AS "oldestAt", count("answeredAt")::int AS answered, min("byOn") AS "byOn",
      count(DISTINCT body)::int AS kinds,
      (array_remove(array_agg(body ORDER BY at DESC), NULL))[1:20] AS named
    FROM listed GROUP BY class, "unitId"
    ORDER BY count("answeredAt") = count(*), min(at), "unitId", class`,
  );
  return rows.flatMap(({ unitId, named, ...row }) => {
    const owner = units.find((it) => it.id === unitId);
    return owner ? [{ ...row, owner, named: [...new Set(named ?? [])].slice(0, 3) }] : [];
  });
}

import { Prisma } from '@/lib/db/generated/client';
import { timedKeys } from '@/lib/measures/define';
import type { Period } from '@/lib/measures/period';
import { populationOf, type Scope } from '@/lib/measures/population';
import { inSlice, type Slice } from './from-events';
import { recountedKeys } from './recounted-keys';

/** What everybody is told alike: nobody's recusals. */
const scopeOf = (period: Period, at: Date): Scope => ({
  actor: null,
  period,
  unitPath: null,
  alone: false,
  at,
});

/**
 * The rows the pages count, of the slice: the very statements of lib/measures. Cases in `recount_untold` are in neither
 * column.
 */
export const publishedRows = (slice: Slice, period: Period, at: Date): Prisma.Sql => Prisma.sql`
  SELECT d.measure, d."appealId" AS id, r.number AS round,
    CASE WHEN r.invited @> ARRAY[d.who] THEN d.who END AS who, d."unitId", d.at, d.answer, d.heard, d.late,
    d.origin, (SELECT (extract(epoch FROM c."stoppedAt" - c."startedAt") * 1000)::bigint FROM "Clock" c
      WHERE d.measure = ANY(${[...timedKeys]}) AND c."roundId" = d."roundId"
        AND c.kind::text = CASE d.measure WHEN 'response' THEN 'contact' ELSE d.measure END
        AND (c.id = d.who OR c."assignmentId" = d.who) AND c.outcome IN ('met', 'late')) AS millis
  FROM (${Prisma.join(
    recountedKeys.map(
      (key) =>
        Prisma.sql`SELECT * FROM (${populationOf(key, scopeOf(period, at))}) p
          WHERE ${inSlice(Prisma.sql`p."appealId"`, slice)}`,
    ),
    ' UNION ALL ',
  )}) AS d
  JOIN "Round" r ON r.id = d."roundId"
  WHERE d."appealId" NOT IN (SELECT id FROM recount_untold)`;

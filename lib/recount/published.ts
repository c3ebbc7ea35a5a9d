import { Prisma } from '@/lib/db/generated/client';
import { isMeasureKey, timedKeys } from '@/lib/measures/define';
import { dueLeftOut } from '@/lib/measures/left-out';
import { lists } from '@/lib/measures/lists';
import type { Period } from '@/lib/measures/period';
import { populationOf, type Scope } from '@/lib/measures/population';
import { inSlice, type Slice, untoldRow } from './from-events';
import { type RecountedKey, recountedKeys } from './recounted-keys';

/** What everybody is told alike: nobody's recusals. */
const scopeOf = (slice: Slice, period: Period, at: Date): Scope => ({
  actor: null,
  period,
  unitPath: null,
  alone: false,
  at,
  only: inSlice(Prisma.sql`a.id`, slice),
});

const rowsOf = (key: RecountedKey, scope: Scope): Prisma.Sql =>
  isMeasureKey(key)
    ? populationOf(key, scope)
    : Prisma.sql`SELECT ${key} AS measure, listed.* FROM (${lists[key].rows(scope)}) AS listed`;

/**
 * The rows the pages count, of the slice: the very statements of lib/measures. Cases in `recount_untold` are in neither
 * column. Every table is told the ends of the slice: none is read from one end to the other for a few of its rows.
 */
export const publishedRows = (slice: Slice, period: Period, at: Date): Prisma.Sql => Prisma.sql`
  SELECT due.measure, due."appealId" AS id, r.number AS round,
    CASE WHEN r.invited @> ARRAY[due.who] THEN due.who END AS who, due."unitId", due.at, due.answer, due.heard, due.late,
    ${dueLeftOut()} AS "leftOut", due.origin, (SELECT (extract(epoch FROM c."stoppedAt" - c."startedAt") * 1000)::bigint FROM "Clock" c
      WHERE due.measure = ANY(${[...timedKeys]}) AND c."roundId" = due."roundId"
        AND c.kind::text = CASE due.measure WHEN 'response' THEN 'contact' ELSE due.measure END
        AND (c.id = due.who OR c."assignmentId" = due.who) AND c.outcome IN ('met', 'late')) AS millis
  FROM (${Prisma.join(
    recountedKeys.map(
      (key) =>
        Prisma.sql`SELECT * FROM (${rowsOf(key, scopeOf(slice, period, at))}) p
          WHERE ${inSlice(Prisma.sql`p."appealId"`, slice)}`,
    ),
    ' UNION ALL ',
  )}) AS due
  JOIN "Round" r ON r.id = due."roundId" AND ${inSlice(Prisma.sql`r."appealId"`, slice)}
  WHERE due."appealId" NOT IN (SELECT id FROM recount_untold) AND NOT ${untoldRow}`;

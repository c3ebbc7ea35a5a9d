import { Prisma } from '@/lib/db/generated/client';

/**
 * How many cases and people stand behind an appeal, for statements that are written by hand; the twin of
 * `behind` in merged.ts. tests/db/voices.test.ts proves the two equal.
 *
 * @returns columns `cases` and `people`, as JSON.
 */
export const behindInSql = (appealId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object(
    'cases', count(DISTINCT one.id),
    'people', count(DISTINCT coalesce(k."phoneHash", k."emailHash", w.id::text)))
  FROM (SELECT ${appealId} AS id UNION ALL
    SELECT g."sourceId" FROM "Merge" g WHERE g."targetId" = ${appealId} AND g."untilAt" IS NULL) AS one
  LEFT JOIN "Voice" w ON w."appealId" = one.id AND w."leftAt" IS NULL
  LEFT JOIN "Contact" k ON k."voiceId" = w.id)`;

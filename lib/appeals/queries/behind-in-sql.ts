import { Prisma } from '@/lib/db/generated/client';

/**
 * How many cases and people stand behind an appeal, for statements that are written by hand; the twin of
 * `behind` in merged.ts. tests/db/voices.test.ts proves the two equal.
 *
 * @returns columns `cases` and `people`, as JSON.
 */
export const behindInSql = (appealId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object(
    'cases', 1 + (SELECT count(*) FROM "Merge" g WHERE g."targetId" = ${appealId} AND g."untilAt" IS NULL),
    'people', count(DISTINCT coalesce(k."phoneHash", k."emailHash", w.id::text)))
  FROM "Voice" w LEFT JOIN "Contact" k ON k."voiceId" = w.id
  WHERE w."leftAt" IS NULL AND (w."appealId" = ${appealId} OR w."appealId" IN (
    SELECT g."sourceId" FROM "Merge" g WHERE g."targetId" = ${appealId} AND g."untilAt" IS NULL)))`;

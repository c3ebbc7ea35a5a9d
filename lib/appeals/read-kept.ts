import type { Database } from '@/lib/db/client';
import type { Kept } from './erasure';

/** How much of a case is still kept, and of the cases it is merged into what erasing it waits for. */
export async function readKept(database: Database, appealId: string): Promise<Kept> {
  const [row] = await database.$queryRaw<Kept[]>`
    WITH RECURSIVE led AS (
      SELECT m."targetId" AS id FROM "Merge" m WHERE m."sourceId" = ${appealId}::uuid AND m."untilAt" IS NULL
      UNION
      SELECT m."targetId" FROM led JOIN "Merge" m ON m."sourceId" = led.id AND m."untilAt" IS NULL)
    SELECT
      (SELECT count(*)::int FROM "Voice" v JOIN "Contact" k ON k."voiceId" = v.id
        WHERE v."appealId" = ${appealId}::uuid) AS contacts,
      (SELECT count(*)::int FROM "Voice" v JOIN "PushSubscription" d ON d."voiceId" = v.id AND d."endedAt" IS NULL
        WHERE v."appealId" = ${appealId}::uuid) AS devices,
      (SELECT count(*)::int FROM "Text" WHERE "appealId" = ${appealId}::uuid AND body IS NOT NULL) AS texts,
      (SELECT count(*)::int FROM "Photo" WHERE "appealId" = ${appealId}::uuid AND "allGoneAt" IS NULL) AS photos,
      coalesce((SELECT bool_or(t.status <> 'closed' OR t."reopenUntil" >= clock_timestamp())
        FROM led JOIN "Appeal" t ON t.id = led.id), false) AS "leadOpen",
      (SELECT max(t."closedAt") FROM led JOIN "Appeal" t ON t.id = led.id) AS "leadClosedAt"`;
  if (!row) throw new Error('a statement without FROM has one row');
  return row;
}

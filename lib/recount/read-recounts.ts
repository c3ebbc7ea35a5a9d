import { db } from '@/lib/db/client';
import type { Recounts } from './trust';

/** The migration that brought the nightly recounts. */
const began = '0039_recounts';

/** What the nights since the last finished one found, that one included: counts alone, of no case in particular. */
export async function readRecounts(): Promise<Recounts | null> {
  const [found] = await db().$queryRaw<Recounts[]>`
    SELECT n.*, m.finished_at AS since FROM _prisma_migrations m CROSS JOIN (
      SELECT max("finishedAt") AS "finishedAt", coalesce(max(differences), 0)::int AS differences FROM "RecountRun"
      WHERE "on" >= coalesce((SELECT max("on") FROM "RecountRun" WHERE "finishedAt" IS NOT NULL), '-infinity')) n
    WHERE m.migration_name = ${began} AND m.finished_at IS NOT NULL`;
  return found ?? null;
}

import { db } from '@/lib/db/client';

const most = 1_000;

/**
 * Notices whose time has come: after the pause of a failed try, after quiet hours, or because the worker that
 * had them is gone. The rows themselves say so; the job queue keeps a job of a dead worker to itself for hours.
 */
export async function dueNotices(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Notice"
    WHERE "settledAt" IS NULL AND COALESCE("dueAt", "createdAt" + interval '1 minute') <= clock_timestamp()
    ORDER BY "createdAt" LIMIT ${most}`;
  return rows.map((it) => it.id);
}

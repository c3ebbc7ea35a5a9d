import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { log } from '@/lib/log';
import { mintSystem } from '@/lib/people/actor';

const batch = 200;

/**
 * Rating clocks that have run out, through the same gate as every other step. Running it twice does
 * nothing more: the second finds no turn left. Appeals of a running import are left alone.
 */
export async function sweepLapse(): Promise<number> {
  let lapsed = 0;
  let behind = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const due = await db().$queryRaw<{ id: string; appealId: string }[]>`
      SELECT t.id, t."appealId" FROM "Turn" t JOIN "Appeal" a ON a.id = t."appealId"
      LEFT JOIN "Import" m ON m.id = a."importId"
      WHERE t.capability = 'system' AND t.verb = 'lapse' AND t."notBefore" <= now()
        AND t.id > ${behind}::uuid AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
      ORDER BY t.id LIMIT ${batch}`;
    for (const { appealId } of due) lapsed += (await lapse(appealId)) ? 1 : 0;
    const last = due.at(-1);
    if (!last || due.length < batch) return lapsed;
    behind = last.id;
  }
}

/** One appeal that cannot be closed must not keep the others waiting. */
async function lapse(appealId: string): Promise<boolean> {
  try {
    return (await perform({ appealId, verb: 'lapse', input: {} }, mintSystem())).ok;
  } catch (error) {
    log.error({ err: error, appealId }, 'an appeal could not lapse');
    return false;
  }
}

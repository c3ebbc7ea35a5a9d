import type { Pool } from 'pg';

/** Jobs of the queue: waiting for their time or a hand, and given up after all their tries. */
export interface Queue {
  waiting: number;
  dead: number;
}

/** The queue's tables are the owner's, hence asked by the worker alone. */
export async function readQueue(owner: Pool): Promise<Queue> {
  const { rows } = await owner.query<Queue>(`
    SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
           count(*) FILTER (WHERE attempts >= max_attempts)::int AS dead FROM graphile_worker.jobs`);
  return rows[0] ?? { waiting: 0, dead: 0 };
}

import { db } from '@/lib/db/client';
import { batch, type Due, sweep } from './sweep';

/** Open appeals from which somebody is barred: whoever is left to take them may have changed. */
export const sweepRecusals = (): Promise<number> =>
  sweep(
    'entrust',
    (behind) => db().$queryRaw<Due[]>`
      SELECT a.id, a.id AS "appealId", a."filedAt" AS at
      FROM "Appeal" a LEFT JOIN "Import" m ON m.id = a."importId"
      WHERE a.recused AND a.status <> 'closed' AND (a."filedAt", a.id) > (${behind.at}, ${behind.id}::uuid)
        AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
      ORDER BY a."filedAt", a.id LIMIT ${batch}`,
  );

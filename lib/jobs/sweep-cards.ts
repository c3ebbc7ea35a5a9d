import { cardKinds } from '@/lib/appeals/transitions/card';
import { db } from '@/lib/db/client';
import { batch, type Due, sweep } from './sweep';

/** Yellow and red cards, on the minute they fall due; red ones that came while nothing ran as well. */
export const sweepCards = async (): Promise<number> => {
  const kinds = [...cardKinds];
  return sweep(
    'card',
    (behind) => db().$queryRaw<Due[]>`
      SELECT c.id, c."appealId", c.at FROM (
        SELECT id, "appealId", kind, "yellowAt" AS at FROM "Clock"
        WHERE "stoppedAt" IS NULL AND card IS NULL AND "yellowAt" <= now()
        UNION ALL
        SELECT id, "appealId", kind, "redAt" AS at FROM "Clock"
        WHERE "stoppedAt" IS NULL AND card IS DISTINCT FROM 'red' AND "redAt" <= now() AND "dueAt" < now()
      ) c JOIN "Appeal" a ON a.id = c."appealId" LEFT JOIN "Import" m ON m.id = a."importId"
      WHERE a.status <> 'closed' AND c.kind::text = ANY (${kinds}) AND (c.at, c.id) > (${behind.at}, ${behind.id}::uuid)
        AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
      ORDER BY c.at, c.id LIMIT ${batch}`,
  );
};

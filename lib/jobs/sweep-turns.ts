import { db } from '@/lib/db/client';
import { batch, type Due, sweep } from './sweep';

/** What the system does by itself on a date: a parked case comes back, waiting ends, a rating clock runs out. */
export const sweepTurns = (verb: 'resume' | 'endHold' | 'lapse'): Promise<number> =>
  sweep(
    verb,
    (behind) => db().$queryRaw<Due[]>`
      SELECT t.id, t."appealId", t."notBefore" AS at
      FROM "Turn" t JOIN "Appeal" a ON a.id = t."appealId" LEFT JOIN "Import" m ON m.id = a."importId"
      WHERE t.capability = 'system' AND t.verb = ${verb} AND t."notBefore" <= now()
        AND (t."notBefore", t.id) > (${behind.at}, ${behind.id}::uuid)
        AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
      ORDER BY t."notBefore", t.id LIMIT ${batch}`,
  );

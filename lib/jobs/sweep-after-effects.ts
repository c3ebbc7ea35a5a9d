import { db } from '@/lib/db/client';
import { type Sought, seekAfterEffects } from '@/lib/lasting/seek';
import { readSubjects } from '@/lib/lasting/subject';

/** In one transaction: at a place and about a subject there may be thousands, and each is held against all of them. */
const batch = 100;
/** What else falls due must not wait behind a large old database; the next minute goes on. */
const longestMs = 10_000;

type Waiting = Omit<Sought, 'subjectId'> & {
  seeking: string[];
  categoryId: string | null;
  trial: boolean;
  erased: boolean;
};

/**
 * Holds against each other the cases that wait for it: new ones, those whose subject changed, those that were
 * answered. Trials are held against nothing; what is being imported waits until all of it is there.
 *
 * @returns how many new after-effects were found.
 */
export async function sweepAfterEffects(): Promise<number> {
  let found = 0;
  const begun = performance.now();
  while (performance.now() - begun < longestMs) {
    const waiting = await db().$queryRaw<Waiting[]>`
      SELECT a.id AS "appealId", a."filedAt", a."categoryId", a.trial, a."wordsErasedAt" IS NOT NULL AS erased, d.place, d.lat, d.lon,
        (SELECT array_agg(s.id::text) FROM "Seeking" s WHERE s."appealId" = a.id) AS seeking
      FROM (
        SELECT DISTINCT q."appealId" FROM "Seeking" q JOIN "Appeal" i ON i.id = q."appealId"
          LEFT JOIN "Import" m ON m.id = i."importId"
        WHERE i."importId" IS NULL OR m."finishedAt" IS NOT NULL
        ORDER BY 1 LIMIT ${batch}) w
      JOIN "Appeal" a ON a.id = w."appealId" JOIN "Detail" d ON d."appealId" = a.id`;
    if (waiting.length === 0) break;
    const subjectOf = await readSubjects();
    const cases = waiting
      .filter((it) => !it.trial && !it.erased)
      .map((it): Sought => ({ ...it, subjectId: subjectOf(it.categoryId) }));
    found += await seekAfterEffects(cases);
    await db().seeking.deleteMany({ where: { id: { in: waiting.flatMap((it) => it.seeking) } } });
    if (waiting.length < batch) break;
  }
  return found;
}

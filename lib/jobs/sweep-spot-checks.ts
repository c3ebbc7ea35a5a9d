import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { mintSystem } from '@/lib/people/actor';

/**
 * Puts the cases a draw has chosen on the lists of whoever checks. One that has gone round again meanwhile is left
 * out; one that was put there before a worker stopped is not put there twice.
 *
 * @returns how many were put there.
 */
export async function sweepSpotChecks(): Promise<number> {
  const draws = await db().spotDraw.findMany({
    where: { value: { not: null }, pickedAt: null },
    select: { id: true },
  });
  let picked = 0;
  for (const { id: drawId } of draws) {
    const chosen = await db().spotCandidate.findMany({
      where: { drawId, chosen: true },
      select: { appealId: true, roundId: true },
    });
    for (const { appealId, roundId } of chosen) {
      const step = { appealId, verb: 'pick', input: { drawId, roundId } } as const;
      if ((await perform(step, mintSystem())).ok) picked += 1;
    }
    await db().spotDraw.update({
      where: { id: drawId },
      data: { pickedAt: await databaseClock(db()) },
      select: { id: true },
    });
  }
  return picked;
}

import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { pathsDownTo } from '@/lib/units/tree';
import { mintSystem } from './actor';

/**
 * Whoever worked in a unit that is barred from an appeal, and has been moved away since, stays barred from
 * it in person: moving desks makes nobody free to read a complaint about where they come from.
 */
export async function keepBarred(personId: string, formerPath: string): Promise<void> {
  const appeals = await db().appeal.findMany({
    where: {
      recused: true,
      recusals: { some: { endedAt: null, unitPath: { in: pathsDownTo(formerPath) } } },
    },
    select: { id: true },
  });
  const input = { whom: 'person', personId };
  for (const { id } of appeals) {
    await perform({ appealId: id, verb: 'recuse', input }, mintSystem());
  }
}

import type { Transaction } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { writeArea } from './change-areas';
import { readAreas } from './read-areas';

/** Whoever takes a unit over has its places. */
export async function handOnAreas(
  transaction: Transaction,
  from: string,
  into: string,
  by: PersonActor,
): Promise<number> {
  const areas = (await readAreas(transaction)).filter((it) => it.unitId === from);
  for (const { id, name, aliases, outline } of areas) {
    await writeArea(transaction, id, { unitId: into, name, aliases, outline }, by);
  }
  return areas.length;
}

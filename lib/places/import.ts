import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { readNameable } from '@/lib/units/read-nameable';
import { lockAreas, writeArea } from './change-areas';
import { readAreas } from './read-areas';
import { planAreas } from './table';

/** Writes what a table asks for, all of it or nothing; planned anew, so that it meets the areas of now. */
export function importAreas(by: PersonActor, text: string): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockAreas(transaction);
    const plan = planAreas(text, await readAreas(transaction), await readNameable(transaction));
    if (!plan.ok) return plan.problems;
    if (plan.areas.length === 0) return [{ field: 'text', code: 'nothingNew' }];
    for (const { id, facts } of plan.areas) await writeArea(transaction, id, facts, by);
    return [];
  });
}

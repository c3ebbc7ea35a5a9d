import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { lockCatalogue, writeEntries } from './change';
import { readCatalogue } from './read';
import { planCatalogue } from './table';

/** Writes what a table asks for, all of it or nothing; planned anew, so that it meets the catalogue of now. */
export function importCatalogue(by: PersonActor, text: string): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockCatalogue(transaction);
    const plan = planCatalogue(text, await readCatalogue(transaction));
    if (!plan.ok) return plan.problems;
    if (plan.entries.length === 0) return [{ field: 'text', code: 'nothingNew' }];
    await writeEntries(
      transaction,
      plan.entries.map((it) => it.facts),
      by,
    );
    return [];
  });
}

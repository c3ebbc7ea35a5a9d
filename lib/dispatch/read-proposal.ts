import type { CaseFile } from '@/lib/appeals/case-file';
import type { Grounds } from '@/lib/appeals/power';
import { readGrounds } from '@/lib/catalogue/read-grounds';
import { readPathOf } from '@/lib/categories/queries';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { type Proposed, proposeUnit } from './propose';
import { readOpenUnits } from './read-open-units';
import { type Returns, readReturns } from './read-returns';

export interface Proposal {
  grounds: Grounds;
  proposed: Proposed | null;
  returns: Returns | null;
}

/** What speaks for which unit, for whoever is about to send an appeal on. Says nothing the reader may not know. */
export async function readProposal(actor: PersonActor, file: CaseFile): Promise<Proposal> {
  const { id, categoryId } = file.appeal;
  const [grounds, units] = await Promise.all([
    readPathOf(db(), categoryId).then((path) => readGrounds(db(), path, id)),
    readOpenUnits(db()),
  ]);
  const proposed = proposeUnit(grounds, units, file);
  const returns =
    proposed && categoryId ? await readReturns(actor, proposed.unit.id, categoryId) : null;
  return { grounds, proposed, returns };
}

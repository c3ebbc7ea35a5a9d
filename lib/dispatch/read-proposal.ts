import type { CaseFile } from '@/lib/appeals/case-file';
import type { Grounds } from '@/lib/appeals/power';
import { readGrounds } from '@/lib/catalogue/read-grounds';
import { readPathOf } from '@/lib/categories/queries';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import type { Duplicate } from '@/lib/similar/duplicates';
import { leastSure, type Proposal as ProposedCategory } from '@/lib/similar/propose';
import { readLike } from '@/lib/similar/read-like';
import type { Similar } from '@/lib/similar/solved';
import type { Matter } from '@/lib/similar/words';
import { type Proposed, proposeUnit, type Vote } from './propose';
import { readOpenUnits } from './read-open-units';
import { type Returns, readReturns } from './read-returns';

export interface Proposal {
  /** The category it is measured by: the appeal's own, or the one its words speak for. */
  categoryId: string | null;
  /** What words and like cases say of the category, where they say something else or it has none. */
  category: ProposedCategory | null;
  grounds: Grounds;
  proposed: Proposed | null;
  returns: Returns | null;
  /** Cases that may be the same thing. */
  duplicates: Duplicate[];
  /** Answered cases of the same kind. */
  solved: Similar[];
}

/** An answer that did not hold speaks less for whoever gave it. */
const unsolved = 0.5;

/** What speaks for which unit, for whoever is about to send an appeal on. Says nothing the reader may not know. */
export async function readProposal(
  actor: PersonActor,
  file: CaseFile,
  matter: Matter,
): Promise<Proposal> {
  const { id, filedAt, trial } = file.appeal;
  const [like, units] = await Promise.all([
    readLike(actor, { ...matter, appealId: id, filedAt, trial }),
    readOpenUnits(db()),
  ]);
  const sure = like.category && like.category.confidence >= leastSure ? like.category : null;
  const categoryId = file.appeal.categoryId ?? sure?.categoryId ?? null;
  const path = await readPathOf(db(), categoryId);
  const grounds = await readGrounds(db(), path, id);
  const proposed = proposeUnit(grounds, units, file, votesOf(like.solved));
  const returns =
    proposed && categoryId ? await readReturns(actor, proposed.unit.id, categoryId) : null;
  const own = file.appeal.categoryId;
  // Below its own, or above it, it says nothing new.
  const news = sure && !path.includes(sure.categoryId) && !(await isBelow(sure.categoryId, own));
  const category = sure && (!own || news) ? sure : null;
  return { ...like, categoryId, category, grounds, proposed, returns };
}

const isBelow = async (categoryId: string, above: string | null): Promise<boolean> =>
  above !== null && (await readPathOf(db(), categoryId)).includes(above);

const votesOf = (solved: readonly Similar[]): Vote[] =>
  solved.flatMap(({ unit, score, solved: said }) =>
    unit ? [{ unitId: unit.id, weight: said === 'no' ? score * unsolved : score }] : [],
  );

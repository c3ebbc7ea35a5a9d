import { readTree } from '@/lib/categories/queries';
import type { PersonActor } from '@/lib/people/actor';
import { type Duplicate, readDuplicates } from './duplicates';
import { type Proposal, proposeCategory } from './propose';
import { readSimilarSolved, type Similar } from './solved';
import type { Told } from './told';

export interface Like {
  /** At most five. */
  duplicates: Duplicate[];
  /** At most five. */
  solved: Similar[];
  category: Proposal | null;
}

const mostShown = 5;

/** All that is proposed to whoever dispatches a case, as far as this reader may know of others. */
export async function readLike(actor: PersonActor, told: Told): Promise<Like> {
  const [duplicates, solved, tree] = await Promise.all([
    readDuplicates(actor, told),
    readSimilarSolved(actor, told),
    readTree(),
  ]);
  const neighbours = solved.map(({ caseNumber, category, score }) => ({
    caseNumber,
    categoryId: category?.id ?? null,
    score,
  }));
  return {
    duplicates,
    solved: solved.slice(0, mostShown),
    category: proposeCategory(tree, told, neighbours),
  };
}

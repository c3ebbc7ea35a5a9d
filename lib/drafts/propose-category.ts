import { titleFrom } from '@/lib/appeals/title';
import { readTree } from '@/lib/categories/queries';
import type { CategoryRow } from '@/lib/categories/tree';
import { leastSure, proposeCategory } from '@/lib/similar/propose';

/** A category with those above it, the root first. */
export interface ProposedPath {
  id: string;
  path: CategoryRow[];
}

/** What the words of somebody who is about to file speak for; of other cases nothing is looked at. */
export async function proposeForText(what: string): Promise<ProposedPath | null> {
  const tree = await readTree();
  const found = proposeCategory(tree, { title: titleFrom(what), what });
  if (!found || found.confidence < leastSure) return null;
  const own = tree.find((it) => it.id === found.categoryId);
  if (!own) return null;
  return { id: own.id, path: tree.filter((it) => own.path.startsWith(it.path)) };
}

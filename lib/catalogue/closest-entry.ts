import type { PowerEntry } from '@/lib/appeals/power';

/** Of entries along a path of categories from the root down, the one nearest to the last. */
export function closestEntry<Entry extends Pick<PowerEntry, 'categoryId'>>(
  entries: readonly Entry[],
  categoryPath: readonly string[],
): Entry | null {
  for (const id of [...categoryPath].reverse()) {
    const found = entries.find((it) => it.categoryId === id);
    if (found) return found;
  }
  return null;
}

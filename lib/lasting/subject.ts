import { measuredTopics } from '@/lib/measures/topics';

/** How far down two categories must agree to be one subject. */
const levels = 2;

/**
 * The subject of a category: itself or what it lies under at the second level, since what a repair brings about
 * is seldom what was repaired (暖气不热, then 暖气漏水). What was merged has the subject of what it became.
 * Null: no category, or one that is not there.
 */
export async function readSubjects(): Promise<(categoryId: string | null) => string | null> {
  const { nodes, pathOf } = await measuredTopics();
  const byPath = new Map(nodes.map((it) => [it.path, it.id]));
  return (categoryId) => {
    const path = pathOf.get(categoryId ?? '');
    return path === undefined ? null : (byPath.get(subjectPath(path)) ?? null);
  };
}

/** `homes/lift/lift-broken/` → `homes/lift/` */
export const subjectPath = (path: string): string =>
  path
    .split('/')
    .slice(0, -1)
    .slice(0, levels)
    .map((it) => `${it}/`)
    .join('');

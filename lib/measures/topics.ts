import { db } from '@/lib/db/client';
import type { Branch, Branches } from './branches';

export interface Topic extends Branch {
  mergedIntoId: string | null;
}

/** Categories as figures are put under them. */
export async function measuredTopics(): Promise<Branches> {
  return topicsOf(
    await db().category.findMany({
      select: { id: true, code: true, name: true, nameEn: true, path: true, mergedIntoId: true },
      orderBy: { path: 'asc' },
    }),
  );
}

/**
 * A case counts under the category it has now. What was merged counts, with all that lay below it and with its
 * past, under what it was merged into, and has no row of its own: a subject goes on where its name does.
 */
export function topicsOf(all: readonly Topic[]): Branches {
  const byPath = new Map(all.map((it) => [it.path, it]));
  const byId = new Map(all.map((it) => [it.id, it]));
  const ends = new Map(all.map((it) => [it.id, endOf(it)]));
  return {
    nodes: all.filter((it) => ends.get(it.id) === it),
    pathOf: new Map(all.map(({ id, path }) => [id, ends.get(id)?.path ?? path])),
  };

  /** Itself, or what it or the nearest above it that was merged became. */
  function endOf(topic: Topic, seen: readonly string[] = []): Topic {
    const merged = upwards(topic).find((it) => it.mergedIntoId !== null);
    const into = byId.get(merged?.mergedIntoId ?? '');
    return into && !seen.includes(into.id) ? endOf(into, [...seen, into.id]) : topic;
  }

  function upwards({ path }: Topic): Topic[] {
    const codes = path.split('/').slice(0, -1);
    return codes.flatMap((_, nth) => {
      const above = byPath.get(`${codes.slice(0, codes.length - nth).join('/')}/`);
      return above ? [above] : [];
    });
  }
}

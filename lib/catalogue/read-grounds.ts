import type { Grounds } from '@/lib/appeals/power';
import type { Database } from '@/lib/db/client';
import { pointOf } from '@/lib/places/point';
import { readOwners } from '@/lib/places/read-owners';
import { closestEntry } from './closest-entry';

/** What the catalogue says of a category, and whose place the appeal's address or point is. */
export async function readGrounds(
  database: Database,
  categoryPath: readonly string[],
  appealId: string,
): Promise<Grounds> {
  const standing =
    categoryPath.length > 0
      ? await database.catalogueEntry.findMany({
          where: { categoryId: { in: [...categoryPath] }, untilAt: null },
        })
      : [];
  const detail = await database.detail.findUnique({
    where: { appealId },
    select: { place: true, lat: true, lon: true },
  });
  return {
    entry: closestEntry(standing, categoryPath),
    owners: await readOwners(database, detail?.place ?? '', detail && pointOf(detail)),
  };
}

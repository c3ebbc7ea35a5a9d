import { readTree } from '@/lib/categories/queries';
import { type CategoryRow, levelOf } from '@/lib/categories/tree';
import { type Database, db } from '@/lib/db/client';
import type { NameableUnit } from '@/lib/units/named-units';
import { readNameable } from '@/lib/units/read-nameable';
import { closestEntry } from './closest-entry';

export type Entry = Awaited<ReturnType<typeof standingEntries>>[number];

export const standingEntries = (database: Database = db()) =>
  database.catalogueEntry.findMany({ where: { untilAt: null } });

export interface CatalogueLine {
  category: CategoryRow;
  level: number;
  /** Its own entry. */
  own: Entry | null;
  /** The one it is measured by: its own, or the nearest above it. */
  holds: Entry | null;
}

export interface Catalogue {
  lines: CatalogueLine[];
  units: ReadonlyMap<string, NameableUnit>;
  tree: CategoryRow[];
}

/** The categories in use in the order of the tree, with what the catalogue says of each. */
export async function readCatalogue(database: Database = db()): Promise<Catalogue> {
  const [tree, entries, units] = await Promise.all([
    readTree(database),
    standingEntries(database),
    readNameable(database),
  ]);
  const pathOf = (category: CategoryRow) =>
    tree
      .filter((it) => category.path.startsWith(it.path))
      .sort((a, b) => a.path.length - b.path.length)
      .map((it) => it.id);
  return {
    tree,
    units: new Map(units.map((it) => [it.id, it])),
    lines: tree
      .filter((it) => !it.retiredAt)
      .map((category) => ({
        category,
        level: levelOf(category),
        own: entries.find((it) => it.categoryId === category.id) ?? null,
        holds: closestEntry(entries, pathOf(category)),
      })),
  };
}

/** Every version a category's entry ever had, the newest first, with who wrote it. */
export async function readVersions(categoryId: string) {
  return db().catalogueEntry.findMany({
    where: { categoryId },
    orderBy: { number: 'desc' },
    include: { person: { select: { name: true } } },
  });
}

export type EntryVersion = Awaited<ReturnType<typeof readVersions>>[number];

/** The duty list (履职事项清单) of a unit: what it leads, as one of its kind or by name, and what it helps with. */
export function dutiesOf(
  { lines }: Pick<Catalogue, 'lines'>,
  unit: Pick<NameableUnit, 'id' | 'kind'>,
): { leads: CatalogueLine[]; helps: CatalogueLine[] } {
  const leads = lines.filter(
    ({ own }) =>
      own &&
      (own.leadUnitIds.includes(unit.id) ||
        (own.leadUnitIds.length === 0 && own.leadKind === unit.kind)),
  );
  const helps = lines.filter(({ own }) => own?.helpUnitIds.includes(unit.id));
  return { leads, helps };
}

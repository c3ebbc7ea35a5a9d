import type { UnitKind } from '@/lib/appeals/records';
import type { Transaction } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { against } from '@/lib/units/organisation';
import { writeEntries } from './change';

/** Entries in force that name a unit, as lead or as help. */
export const entriesNaming = (transaction: Transaction, unitId: string) =>
  transaction.catalogueEntry.findMany({
    where: {
      untilAt: null,
      OR: [{ leadUnitIds: { has: unitId } }, { helpUnitIds: { has: unitId } }],
    },
  });

/**
 * Whoever takes a unit over takes its place in the catalogue: each entry that names it gets a new version.
 * One of another kind cannot lead in its stead; that is for whoever keeps the catalogue to say first.
 */
export async function handOnEntries(
  transaction: Transaction,
  from: string,
  into: { id: string; kind: UnitKind },
  by: PersonActor,
): Promise<number> {
  const entries = await entriesNaming(transaction, from);
  const lost = entries.filter((it) => it.leadUnitIds.includes(from) && it.leadKind !== into.kind);
  if (lost.length > 0) against('intoId', 'leadsByName', { count: lost.length });
  const taken = (ids: readonly string[]) => [
    ...new Set(ids.map((it) => (it === from ? into.id : it))),
  ];
  return writeEntries(
    transaction,
    entries.map(({ categoryId, leadKind, basis, confusedWith, bySystem, ...it }) => {
      const leadUnitIds = taken(it.leadUnitIds);
      const helpUnitIds = taken(it.helpUnitIds).filter((id) => !leadUnitIds.includes(id));
      return { categoryId, leadKind, leadUnitIds, helpUnitIds, basis, confusedWith, bySystem };
    }),
    by,
  );
}

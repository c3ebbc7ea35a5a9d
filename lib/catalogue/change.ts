import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { readTree } from '@/lib/categories/queries';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { readNameable } from '@/lib/units/read-nameable';
import { type EntryFacts, sameEntry } from './entry';

/** One change of the catalogue after another, and none while units close or merge. */
export const lockCatalogue = (transaction: Transaction) =>
  transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisation'))`;

/**
 * Writes entries; those that say what stands already are passed over, others end the one that stands.
 * Nothing is overwritten: an old version keeps saying what a naming of its day was measured by.
 *
 * @param again also those that say what stands: somebody has looked and found it right
 * @returns how many were written
 */
export async function writeEntries(
  transaction: Transaction,
  wanted: readonly EntryFacts[],
  by: PersonActor | null,
  { again = false } = {},
): Promise<number> {
  const at = await databaseClock(transaction);
  const [standing, numbers, names] = await Promise.all([
    transaction.catalogueEntry.findMany({ where: { untilAt: null } }),
    transaction.catalogueEntry.groupBy({ by: ['categoryId'], _max: { number: true } }),
    namesFor(transaction),
  ]);
  let written = 0;
  for (const facts of wanted) {
    const old = standing.find((it) => it.categoryId === facts.categoryId);
    if (old && !again && sameEntry(old, facts)) continue;
    const last = numbers.find((it) => it.categoryId === facts.categoryId)?._max.number ?? 0;
    if (old) {
      await transaction.catalogueEntry.update({ where: { id: old.id }, data: { untilAt: at } });
    }
    await transaction.catalogueEntry.create({
      data: {
        ...facts,
        leadUnitIds: [...facts.leadUnitIds],
        helpUnitIds: [...facts.helpUnitIds],
        id: newId(),
        number: last + 1,
        fromAt: at,
        personId: by?.personId ?? null,
      },
    });
    await recordChange(transaction, by, {
      subject: 'catalogue',
      subjectId: facts.categoryId,
      name: names.category(facts.categoryId),
      action: again ? 'confirmed' : old ? 'changed' : 'added',
      ...(old ? { before: saidOf(old, names) } : {}),
      after: saidOf(facts, names),
    });
    written += 1;
  }
  return written;
}

export function saveEntry(facts: EntryFacts, by: PersonActor): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockCatalogue(transaction);
    const category = await transaction.category.findUnique({ where: { id: facts.categoryId } });
    if (!category || category.retiredAt) return [{ field: null, code: 'categoryGone' }];
    const units = await readNameable(transaction);
    const named = [...facts.leadUnitIds, ...facts.helpUnitIds];
    if (!named.every((id) => units.some((it) => it.id === id && !it.closed))) {
      return [{ field: null, code: 'unitGone' }];
    }
    const written = await writeEntries(transaction, [facts], by);
    return written > 0 ? [] : [{ field: null, code: 'nothingNew' }];
  });
}

/** Somebody has looked at what speaks against an entry, and it stays as it is. */
export function confirmEntry(categoryId: string, by: PersonActor): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockCatalogue(transaction);
    const old = await transaction.catalogueEntry.findFirst({
      where: { categoryId, untilAt: null },
    });
    if (!old) return [{ field: null, code: 'noEntry' }];
    const { leadKind, leadUnitIds, helpUnitIds, basis, confusedWith, bySystem } = old;
    const facts = { categoryId, leadKind, leadUnitIds, helpUnitIds, basis, confusedWith, bySystem };
    await writeEntries(transaction, [facts], by, { again: true });
    return [];
  });
}

/** Ends an entry without another: the category is then measured by the one above it. */
export function endEntry(categoryId: string, by: PersonActor): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockCatalogue(transaction);
    const old = await transaction.catalogueEntry.findFirst({
      where: { categoryId, untilAt: null },
    });
    if (!old) return [{ field: null, code: 'noEntry' }];
    const at = await databaseClock(transaction);
    await transaction.catalogueEntry.update({ where: { id: old.id }, data: { untilAt: at } });
    const names = await namesFor(transaction);
    await recordChange(transaction, by, {
      subject: 'catalogue',
      subjectId: categoryId,
      name: names.category(categoryId),
      action: 'ended',
      before: saidOf(old, names),
    });
    return [];
  });
}

type Names = Awaited<ReturnType<typeof namesFor>>;

async function namesFor(transaction: Transaction) {
  const [tree, units] = await Promise.all([readTree(transaction), readNameable(transaction)]);
  return {
    category: (id: string): string => tree.find((it) => it.id === id)?.name ?? '',
    units: (ids: readonly string[]): string[] =>
      ids.map((id) => units.find((it) => it.id === id)?.name ?? ''),
  };
}

const saidOf = (facts: EntryFacts, names: Names) => ({
  kind: facts.leadKind,
  leadUnits: names.units(facts.leadUnitIds),
  helpUnits: names.units(facts.helpUnitIds),
  basis: facts.basis,
  confusedWith: facts.confusedWith,
  bySystem: facts.bySystem,
});

import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { readTree } from './queries';
import {
  type CategoryRow,
  movedPaths,
  nextCodes,
  whyNotAdd,
  whyNotMerge,
  whyNotMove,
  whyNotRename,
  whyNotRestore,
  whyNotRetire,
} from './tree';

/** Each answers with what speaks against the change; nothing does: it is made, with its line in the log. */

/** Two administrators at once would make a circle of two moves that are fine by themselves. */
export async function lockTree(transaction: Transaction): Promise<CategoryRow[]> {
  await transaction.$executeRaw`LOCK TABLE "Category" IN SHARE ROW EXCLUSIVE MODE`;
  return readTree(transaction);
}

const gone: FormProblem[] = [{ field: null, code: 'notFound' }];

type Change = (
  own: CategoryRow,
  tree: readonly CategoryRow[],
  transaction: Transaction,
) => Promise<FormProblem[]>;

function changing(id: string, change: Change): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    const tree = await lockTree(transaction);
    const own = tree.find((it) => it.id === id);
    return own ? change(own, tree, transaction) : gone;
  });
}

const named = (tree: readonly CategoryRow[], id: string | null): string | null =>
  tree.find((it) => it.id === id)?.name ?? null;

export interface CategoryNames {
  name: string;
  nameEn: string;
}

export function addCategory(
  actor: PersonActor,
  { name, nameEn, parentId }: CategoryNames & { parentId: string | null },
): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    const tree = await lockTree(transaction);
    const parent = tree.find((it) => it.id === parentId) ?? null;
    if (parentId && !parent) return [{ field: 'parentId', code: 'wrongChoice' }];
    const problems = whyNotAdd(tree, name, parent);
    if (problems.length > 0) return problems;
    const [code = ''] = nextCodes(
      tree.map((it) => it.code),
      1,
    );
    const id = newId();
    const path = `${parent?.path ?? ''}${code}/`;
    await transaction.category.create({ data: { id, code, name, nameEn, parentId, path } });
    const after = { name, nameEn, parent: parent?.name ?? null };
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: id,
      name,
      action: 'added',
      after,
    });
    return [];
  });
}

export function renameCategory(
  actor: PersonActor,
  id: string,
  { name, nameEn }: CategoryNames,
): Promise<FormProblem[]> {
  return changing(id, async (own, tree, transaction) => {
    const problems = whyNotRename(tree, own, name);
    if (problems.length > 0) return problems;
    if (own.name === name && own.nameEn === nameEn) return [];
    await transaction.category.update({ where: { id }, data: { name, nameEn } });
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: id,
      name,
      action: 'changed',
      before: { name: own.name, nameEn: own.nameEn },
      after: { name, nameEn },
    });
    return [];
  });
}

export function moveCategory(
  actor: PersonActor,
  id: string,
  parentId: string | null,
): Promise<FormProblem[]> {
  return changing(id, async (own, tree, transaction) => {
    const parent = tree.find((it) => it.id === parentId) ?? null;
    if (parentId && !parent) return [{ field: 'parentId', code: 'wrongChoice' }];
    const problems = whyNotMove(tree, own, parent);
    if (problems.length > 0) return problems;
    await transaction.category.update({ where: { id }, data: { parentId } });
    for (const it of movedPaths(tree, own, parent)) {
      await transaction.category.update({ where: { id: it.id }, data: { path: it.path } });
    }
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: id,
      name: own.name,
      action: 'moved',
      before: { parent: named(tree, own.parentId) },
      after: { parent: parent?.name ?? null },
    });
    return [];
  });
}

export function retireCategory(actor: PersonActor, id: string): Promise<FormProblem[]> {
  return changing(id, async (own, tree, transaction) => {
    const problems = whyNotRetire(tree, own);
    if (problems.length > 0) return problems;
    const retiredAt = await databaseClock(transaction);
    await transaction.category.update({ where: { id }, data: { retiredAt } });
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: id,
      name: own.name,
      action: 'retired',
    });
    return [];
  });
}

/** One that had been merged stands on its own again. */
export function restoreCategory(actor: PersonActor, id: string): Promise<FormProblem[]> {
  return changing(id, async (own, tree, transaction) => {
    const problems = whyNotRestore(tree, own);
    if (problems.length > 0) return problems;
    await transaction.category.update({
      where: { id },
      data: { retiredAt: null, mergedIntoId: null },
    });
    const before = own.mergedIntoId ? { mergedInto: named(tree, own.mergedIntoId) } : {};
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: id,
      name: own.name,
      action: 'restored',
      before,
    });
    return [];
  });
}

export function mergeCategory(
  actor: PersonActor,
  id: string,
  intoId: string,
): Promise<FormProblem[]> {
  return changing(id, async (own, tree, transaction) => {
    const into = tree.find((it) => it.id === intoId);
    if (!into) return [{ field: 'intoId', code: 'wrongChoice' }];
    const problems = whyNotMerge(tree, own, into);
    if (problems.length > 0) return problems;
    const retiredAt = await databaseClock(transaction);
    await transaction.category.update({ where: { id }, data: { retiredAt, mergedIntoId: intoId } });
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: id,
      name: own.name,
      action: 'merged',
      after: { mergedInto: into.name },
    });
    return [];
  });
}

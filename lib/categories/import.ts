import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { lockTree } from './changes';
import { byNames, namesKey, readImport } from './import-rows';
import { nextCodes } from './tree';

/**
 * Adds what a CSV text asks for, all of it or nothing. It is read anew under the lock, so a tree that
 * changed since the preview is met as it is now.
 */
export function importCategories(actor: PersonActor, text: string): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    const tree = await lockTree(transaction);
    const read = readImport(text, tree);
    if (!read.ok) return read.problems;
    const { added } = read.plan;
    if (added.length === 0) return [{ field: 'text', code: 'nothingNew' }];
    const codes = nextCodes(
      tree.map((it) => it.code),
      added.length,
    );
    const placed = new Map<string, { id: string; path: string }>(byNames(tree));
    const rows = added.map(({ names, nameEn }, index) => {
      const parent = placed.get(namesKey(names.slice(0, -1)));
      const code = codes[index] ?? '';
      const row = {
        id: newId(),
        code,
        name: names.at(-1) ?? '',
        nameEn,
        parentId: parent?.id ?? null,
        path: `${parent?.path ?? ''}${code}/`,
      };
      placed.set(namesKey(names), row);
      return row;
    });
    await transaction.category.createMany({ data: rows });
    await recordChange(transaction, actor, {
      subject: 'category',
      subjectId: 'import',
      name: rows.length === 1 ? (rows[0]?.name ?? '') : `${rows[0]?.name} … ${rows.at(-1)?.name}`,
      action: 'imported',
      after: { count: rows.length },
    });
    return [];
  });
}

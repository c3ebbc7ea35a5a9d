'use server';

import { z } from 'zod';
import {
  addCategory,
  mergeCategory,
  moveCategory,
  renameCategory,
  restoreCategory,
  retireCategory,
} from '@/lib/categories/changes';
import { importCategories } from '@/lib/categories/import';
import { longestName, readImport } from '@/lib/categories/import-rows';
import { readTree } from '@/lib/categories/queries';
import { confirmed, key, line, optional } from '@/lib/fields';
import { type Entries, entryOf, type FormProblem, type FormState, problemsOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { changingRules } from './rules-form';
import { importingTable } from './table-form';

const names = { name: line(longestName), nameEn: line(longestName) };
const addInput = z.object({ ...names, parentId: optional(key()) });
const nameInput = z.object(names);
const moveInput = z.object({ parentId: optional(key()) });
const mergeInput = z.object({ intoId: key(), sure: confirmed() });
const nothing = z.object({});

const list = '/admin/categories';

function parsed<T>(
  schema: z.ZodType<T>,
  entries: Entries,
  work: (input: T) => Promise<FormProblem[]>,
): Promise<FormProblem[]> {
  const given = schema.safeParse(entries);
  return given.success ? work(given.data) : Promise.resolve(problemsOf(given.error));
}

export async function addCategoryNow(state: FormState, data: FormData): Promise<FormState> {
  return changingRules(
    'categories',
    state,
    data,
    (actor, entries) =>
      parsed(addInput, entries, ({ parentId, ...rest }) =>
        addCategory(actor, { ...rest, parentId: parentId ?? null }),
      ),
    `${list}?done=added`,
  );
}

type Deed = 'rename' | 'move' | 'retire' | 'restore' | 'merge';

const deeds: Record<
  Deed,
  { done: string; work(actor: PersonActor, id: string, it: Entries): Promise<FormProblem[]> }
> = {
  rename: {
    done: 'changed',
    work: (actor, id, it) => parsed(nameInput, it, (input) => renameCategory(actor, id, input)),
  },
  move: {
    done: 'moved',
    work: (actor, id, it) =>
      parsed(moveInput, it, ({ parentId }) => moveCategory(actor, id, parentId ?? null)),
  },
  retire: {
    done: 'retired',
    work: (actor, id, it) => parsed(nothing, it, () => retireCategory(actor, id)),
  },
  restore: {
    done: 'restored',
    work: (actor, id, it) => parsed(nothing, it, () => restoreCategory(actor, id)),
  },
  merge: {
    done: 'merged',
    work: (actor, id, it) =>
      parsed(mergeInput, it, ({ intoId }) => mergeCategory(actor, id, intoId)),
  },
};

export async function changeCategoryNow(
  deed: Deed,
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  // Bound to an action, it may be anything.
  const found = typeof deed === 'string' && Object.hasOwn(deeds, deed) ? deeds[deed] : undefined;
  return changingRules(
    'categories',
    state,
    data,
    (actor, entries) =>
      found && isId(id)
        ? found.work(actor, id, entries)
        : Promise.resolve([{ field: null, code: 'notFound' }]),
    `${list}/${isId(id) ? id : ''}?done=${found?.done ?? ''}`,
  );
}

/** Shows what a file or pasted text would add; only `stage=confirm` adds it. */
export async function importCategoriesNow(state: FormState, data: FormData): Promise<FormState> {
  return importingTable('categories', state, data, {
    next: `${list}?done=imported`,
    write: (actor, entries) => importCategories(actor, entryOf(entries, 'text')),
    preview: async (text) => {
      const read = readImport(text, await readTree());
      if (!read.ok) return { problems: read.problems };
      const { added, known, lines } = read.plan;
      if (added.length === 0) return { problems: [{ field: 'text', code: 'nothingNew' }] };
      const t = await getTranslations('adminCategories.import');
      return {
        view: {
          heading: t('wouldAdd', { count: added.length }),
          sentences: [t('lines', { count: lines, known })],
          columns: [t('column.name'), t('column.nameEn'), t('column.line')],
          rows: added.map((it) => [
            '\u3000'.repeat(it.names.length - 1) + (it.names.at(-1) ?? ''),
            it.nameEn,
            String(it.line),
          ]),
          after: t('after'),
        },
      };
    },
  });
}

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
import { readText } from '@/lib/exchange/org/read-text';
import { confirmed, key, line, optional } from '@/lib/fields';
import {
  type Entries,
  entryOf,
  type FormProblem,
  type FormState,
  problemsOf,
  refused,
} from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { administering } from '@/lib/people/administering';
import { backToForm, changingRules, proposed } from './rules-form';

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
  const found = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined;
  return changingRules(
    state,
    data,
    (actor, entries) =>
      found && isId(id)
        ? found.work(actor, id, entries)
        : Promise.resolve([{ field: null, code: 'notFound' }]),
    `${list}/${id}?done=${found?.done ?? ''}`,
  );
}

/** Shows what a file or pasted text would add; only `stage=confirm` adds it. */
export async function importCategoriesNow(state: FormState, data: FormData): Promise<FormState> {
  const stage = data.get('stage');
  if (stage === 'confirm') {
    return changingRules(
      state,
      data,
      (actor, entries) => importCategories(actor, entryOf(entries, 'text')),
      `${list}?done=imported`,
    );
  }
  const result = await administering(state, data, async (_, entries) => ({
    ok: true,
    value: entries,
  }));
  if ('state' in result) return result.state;
  return stage === 'edit' ? backToForm(state, result.done) : proposal(state, data, result.done);
}

async function proposal(state: FormState, data: FormData, sent: Entries): Promise<FormState> {
  const file = data.get('file');
  const entries = { ...sent };
  if (file instanceof File && file.size > 0) {
    const read = readText(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok && read.code === 'unknownEncoding') {
      return refused(state, entries, [{ field: 'file', code: read.code }]);
    }
    entries.text = read.ok ? read.text.replace(/^\ufeff/, '') : read.text;
    if (!read.ok) return refused(state, entries, [{ field: 'text', code: 'isGbk' }]);
  }
  const text = entryOf(entries, 'text');
  if (text.trim() === '') return refused(state, entries, [{ field: 'text', code: 'required' }]);
  const read = readImport(text, await readTree());
  if (!read.ok) {
    // A text too long for the form is not sent back into it.
    const forget = read.problems.some((it) => /^(textTooLong|tooManyLines)$/.test(it.code));
    return refused(state, entries, read.problems, forget ? ['text'] : []);
  }
  const { added, known, lines } = read.plan;
  if (added.length === 0) return refused(state, entries, [{ field: 'text', code: 'nothingNew' }]);
  const t = await getTranslations('adminCategories.import');
  return proposed(state, entries, {
    heading: t('wouldAdd', { count: added.length }),
    sentences: [t('lines', { count: lines, known })],
    columns: [t('column.name'), t('column.nameEn'), t('column.line')],
    rows: added.map((it) => [
      '\u3000'.repeat(it.names.length - 1) + (it.names.at(-1) ?? ''),
      it.nameEn,
      String(it.line),
    ]),
    after: t('after'),
  });
}

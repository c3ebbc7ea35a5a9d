'use server';

import { z } from 'zod';
import { key, line, optional, paragraph } from '@/lib/fields';
import {
  checkText,
  type Entries,
  entryOf,
  type FormProblem,
  type FormState,
  problemsOf,
} from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { retireArea, saveArea } from '@/lib/places/change-areas';
import { importAreas } from '@/lib/places/import';
import { readOutline } from '@/lib/places/outline';
import { readAreas } from '@/lib/places/read-areas';
import { longestName, planAreas } from '@/lib/places/table';
import { listIn } from '@/lib/units/named-units';
import { readNameable } from '@/lib/units/read-nameable';
import { changingRules } from './rules-form';
import { importingTable } from './table-form';

const list = '/admin/areas';

const areaInput = z.object({
  name: line(longestName),
  aliases: optional(paragraph(2000)),
  unitId: key(),
  outline: optional(z.string()),
});

/** `new` or the id of an area. */
export async function saveAreaNow(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const isNew = id === 'new';
  return changingRules(
    'areas',
    state,
    data,
    (actor, entries) =>
      isNew || isId(id)
        ? save(actor, isNew ? null : id, entries)
        : Promise.resolve([{ field: null, code: 'areaGone' }]),
    `${list}?done=${isNew ? 'added' : 'saved'}`,
  );
}

async function save(
  actor: PersonActor,
  id: string | null,
  entries: Entries,
): Promise<FormProblem[]> {
  const parsed = areaInput.safeParse(entries);
  if (!parsed.success) return problemsOf(parsed.error);
  const { name, unitId, outline } = parsed.data;
  const aliases = listIn(parsed.data.aliases ?? '');
  const long = aliases.map((it) => checkText(it, { max: longestName })).find(Boolean);
  if (long) return [{ field: 'aliases', ...long }];
  const drawn = outline ? readOutline(outline) : null;
  if (drawn && 'code' in drawn) return [{ field: 'outline', code: drawn.code }];
  return saveArea(id, { name, unitId, aliases, outline: drawn?.outline ?? null }, actor);
}

export async function retireAreaNow(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return changingRules(
    'areas',
    state,
    data,
    (actor) =>
      isId(id) ? retireArea(id, actor) : Promise.resolve([{ field: null, code: 'areaGone' }]),
    `${list}?done=retired`,
  );
}

/** Shows what a table would make of the areas; only `stage=confirm` does it. */
export async function importAreasNow(state: FormState, data: FormData): Promise<FormState> {
  return importingTable('areas', state, data, {
    next: `${list}?done=imported`,
    write: (actor, entries) => importAreas(actor, entryOf(entries, 'text')),
    preview: async (text) => {
      const plan = planAreas(text, await readAreas(), await readNameable());
      if (!plan.ok) return { problems: plan.problems };
      if (plan.areas.length === 0) return { problems: [{ field: 'text', code: 'nothingNew' }] };
      const t = await getTranslations('adminAreas.import');
      return {
        view: {
          heading: t('would', { count: plan.areas.length }),
          sentences: [t('unchanged', { count: plan.unchanged })],
          columns: [t('column.name'), t('column.unit'), t('column.aliases'), t('column.line')],
          rows: plan.areas.map(({ facts, line: at, unitName, doing }) => [
            t(`doing.${doing}`, { name: facts.name }),
            unitName,
            facts.aliases.join('、'),
            String(at),
          ]),
          after: t('after'),
        },
      };
    },
  });
}

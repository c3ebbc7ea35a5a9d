'use server';

import { z } from 'zod';
import { pathNames, plannedWords } from '@/components/admin/catalogue-words';
import { confirmEntry, endEntry, saveEntry } from '@/lib/catalogue/change';
import { againstEntry, basisText, confusedText, leadKinds } from '@/lib/catalogue/entry';
import { importCatalogue } from '@/lib/catalogue/import';
import { readCatalogue } from '@/lib/catalogue/read';
import { planCatalogue } from '@/lib/catalogue/table';
import { choice, optional, paragraph, tick } from '@/lib/fields';
import { type Entries, entryOf, type FormProblem, type FormState, problemsOf } from '@/lib/forms';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import type { PersonActor } from '@/lib/people/actor';
import { unitsCalled } from '@/lib/units/named-units';
import { readNameable } from '@/lib/units/read-nameable';
import { changingRules } from './rules-form';
import { importingTable } from './table-form';

const list = '/admin/catalogue';

const entryInput = z.object({
  leadKind: choice(leadKinds),
  leadUnits: optional(paragraph(2000)),
  helpUnits: optional(paragraph(2000)),
  basis: basisText(),
  confusedWith: confusedText(),
  bySystem: tick(),
});

export async function saveEntryNow(
  categoryId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return changingRules(
    'catalogue',
    state,
    data,
    (actor, entries) => save(actor, categoryId, entries),
    `${list}/${categoryId}?done=saved`,
  );
}

async function save(
  actor: PersonActor,
  categoryId: string,
  entries: Entries,
): Promise<FormProblem[]> {
  if (!isId(categoryId)) return [{ field: null, code: 'categoryGone' }];
  const parsed = entryInput.safeParse(entries);
  if (!parsed.success) return problemsOf(parsed.error);
  const { leadUnits, helpUnits, confusedWith, ...facts } = parsed.data;
  const known = await readNameable();
  const lead = unitsCalled(leadUnits ?? '', known);
  const help = unitsCalled(helpUnits ?? '', known);
  const [leadTrouble] = lead.troubles;
  const [helpTrouble] = help.troubles;
  const problems: FormProblem[] = [
    ...(leadTrouble ? [{ field: 'leadUnits', ...leadTrouble }] : []),
    ...(helpTrouble ? [{ field: 'helpUnits', ...helpTrouble }] : []),
  ];
  if (problems.length > 0) return problems;
  const against = againstEntry(facts.leadKind, lead.units, help.units);
  if (against.length > 0) return against.map(({ of, ...it }) => ({ field: of, ...it }));
  return saveEntry(
    {
      ...facts,
      categoryId,
      leadUnitIds: lead.units.map((it) => it.id),
      helpUnitIds: help.units.map((it) => it.id),
      confusedWith: confusedWith ?? null,
    },
    actor,
  );
}

type Deed = 'end' | 'confirm';
const deeds = { end: endEntry, confirm: confirmEntry } as const;

export async function changeEntryNow(
  deed: Deed,
  categoryId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  // Bound to an action, it may be anything.
  const known = typeof deed === 'string' && Object.hasOwn(deeds, deed) ? deeds[deed] : undefined;
  return changingRules(
    'catalogue',
    state,
    data,
    (actor) =>
      known && isId(categoryId)
        ? known(categoryId, actor)
        : Promise.resolve([{ field: null, code: 'categoryGone' }]),
    `${list}/${categoryId}?done=${deed === 'end' ? 'ended' : 'confirmed'}`,
  );
}

/** Shows what a table would make of the catalogue; only `stage=confirm` does it. */
export async function importCatalogueNow(state: FormState, data: FormData): Promise<FormState> {
  return importingTable('catalogue', state, data, {
    next: `${list}?done=imported`,
    write: (actor, entries) => importCatalogue(actor, entryOf(entries, 'text')),
    preview: async (text) => {
      const catalogue = await readCatalogue();
      const plan = planCatalogue(text, catalogue);
      if (!plan.ok) return { problems: plan.problems };
      if (plan.entries.length === 0) return { problems: [{ field: 'text', code: 'nothingNew' }] };
      const [t, words] = await Promise.all([
        getTranslations('adminCatalogue.import'),
        plannedWords(catalogue),
      ]);
      return {
        view: {
          heading: t('would', { count: plan.entries.length }),
          sentences: [t('unchanged', { count: plan.unchanged })],
          columns: [
            t('column.category'),
            t('column.lead'),
            t('column.help'),
            t('column.basis'),
            t('column.line'),
          ],
          rows: plan.entries.map(({ facts, line, doing }) => [
            t(`doing.${doing}`, { name: pathNames(facts.categoryId, catalogue) }),
            words.lead(facts),
            words.units(facts.helpUnitIds),
            facts.basis,
            String(line),
          ]),
          after: t('after'),
        },
      };
    },
  });
}

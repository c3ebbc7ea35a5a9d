import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { readPeopleOf, unitKinds } from '@/lib/appeals/queries/choices';
import type { BulkVerb } from '@/lib/desk/bulk';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { unitsOnPage } from './units-on-page';

interface BulkChoiceProps {
  actor: PersonActor;
  verb: BulkVerb;
  asks: 'personId' | 'unitId';
  ticked: readonly string[];
  chosen: string | undefined;
  /** Asked for the preview without choosing. */
  missing: boolean;
}

/** The one thing the step asks for all of them; answering leads to the preview. */
export async function BulkChoice({ actor, verb, asks, ticked, chosen, missing }: BulkChoiceProps) {
  const [t, steps, form, problems] = await Promise.all([
    getTranslations('bulk'),
    getTranslations(`steps.${verb}`),
    getTranslations('forms'),
    getTranslations('desk.step.problems'),
  ]);
  const options = asks === 'personId' ? await people(actor) : await units();
  return (
    <form action="/desk/bulk" method="get" className="mt-24 max-w-measure">
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="asked" value="yes" />
      {ticked.map((it) => (
        <input key={it} type="hidden" name="case" value={it} />
      ))}
      <SelectField
        name={asks}
        label={steps(asks)}
        hint={steps(`${asks}Hint`)}
        choose={form('choose')}
        value={chosen}
        options={options}
        {...(missing ? { error: problems(`${asks}.required`) } : {})}
      />
      <p className="mt-16">
        <Button kind={chosen ? 'second' : 'main'}>{t('preview')}</Button>
      </p>
    </form>
  );
}

async function people(actor: PersonActor) {
  const rows = await readPeopleOf(actor.unitId);
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

async function units() {
  const [words, locale, rows] = await Promise.all([
    getTranslations('words.unitKind'),
    readerLocale(),
    unitsOnPage(),
  ]);
  return unitKinds
    .map((kind) => ({
      label: words(kind),
      options: rows
        .filter((it) => it.kind === kind)
        .map((it) => ({ value: it.id, label: nameOf(it, locale) })),
    }))
    .filter(({ options }) => options.length > 0);
}

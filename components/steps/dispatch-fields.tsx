import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormArea, FormSelect } from '@/components/forms/form-fields';
import { LongSelect } from '@/components/forms/long-select';
import { contestedNaming } from '@/lib/appeals/hand-overs';
import { readCategories } from '@/lib/appeals/queries/choices';
import { urgencies } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import { Objection } from './objection';
import type { StepProps } from './step-props';
import { UnitField } from './unit-field';

export async function DispatchFields({ actor, view }: StepProps) {
  const [t, words, locale, categories] = await Promise.all([
    getTranslations('steps.dispatch'),
    getTranslations('words'),
    readerLocale(),
    readCategories(),
  ]);
  const { categoryId, urgency } = view.file.appeal;
  const contested = contestedNaming(view.file);
  const returned = contested && view.story.findLast((it) => it.verb === 'sendBack');
  const better = nameOf(returned?.betterUnit ?? null, locale);
  const own = contested?.namedBy === actor.personId;
  return (
    <>
      {contested && <Objection view={view} own={own} />}
      <UnitField
        name="unitId"
        label={t('unitId')}
        hint={better ? t('better', { unit: better }) : t('unitIdHint')}
        value={returned?.betterUnit?.id}
      />
      <UnitField name="secondId" label={t('secondId')} hint={t('secondIdHint')} optional />
      {contested ? (
        <FormArea
          name="reason"
          label={t('reason')}
          hint={t(own ? 'reasonHintOwn' : 'reasonHint')}
          max={2000}
          rows={4}
        />
      ) : (
        <FormArea
          name="reason"
          label={t('powerReason')}
          hint={t('powerReasonHint')}
          max={2000}
          rows={2}
          optional
        />
      )}
      <LongSelect
        name="categoryId"
        label={t('categoryId')}
        hint={t('categoryIdHint')}
        value={categoryId ?? ''}
        optional
        options={categories.map((it) => ({ value: it.id, label: nameOf(it, locale) }))}
      />
      <FormSelect
        name="urgency"
        label={t('urgency')}
        hint={t('urgencyHint')}
        value={urgency}
        choose={false}
        width="short"
        options={urgencies.map((it) => ({ value: it, label: words(`urgency.${it}`) }))}
      />
      <FormArea name="note" label={t('note')} hint={t('noteHint')} max={1000} rows={3} optional />
    </>
  );
}

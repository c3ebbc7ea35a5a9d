import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormArea, FormChoices, FormSelect, FormText } from '@/components/forms/form-fields';
import { readEverybody } from '@/lib/appeals/queries/choices';
import { recusedWhom } from '@/lib/appeals/transitions/recuse';
import { getTranslations } from '@/lib/i18n/words';
import { UnitField } from './unit-field';

/** Oneself first: that is what most people come for. */
export async function RecuseFields() {
  const [t, locale, people] = await Promise.all([
    getTranslations('steps.recuse'),
    readerLocale(),
    readEverybody(),
  ]);
  return (
    <>
      <FormChoices
        name="whom"
        label={t('whom')}
        hint={t('whomHint')}
        choices={recusedWhom.map((it) => ({ value: it, label: t(`whomWord.${it}`) }))}
      />
      <UnitField about name="unitId" label={t('unitId')} hint={t('unitIdHint')} />
      <FormSelect
        name="personId"
        label={t('personId')}
        hint={t('personIdHint')}
        options={people.map(({ unit, people: those }) => ({
          label: nameOf(unit, locale),
          options: those.map(({ id, name }) => ({ value: id, label: name })),
        }))}
      />
      <FormText name="who" label={t('who')} hint={t('whoHint')} optional />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={4} />
    </>
  );
}

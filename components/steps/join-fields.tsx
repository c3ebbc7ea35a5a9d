import { FormArea, FormCheckbox, FormChoices, FormText } from '@/components/forms/form-fields';
import { joinWays } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';

/** A caller with the same trouble. */
export async function JoinFields() {
  const t = await getTranslations('steps.join');
  return (
    <>
      <FormChoices
        name="way"
        label={t('way')}
        choices={joinWays.map((value) => ({ value, label: t(`wayWord.${value}`) }))}
      />
      <FormText
        name="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        type="tel"
        width="short"
        autoComplete="off"
        optional
      />
      <FormText name="email" label={t('email')} type="email" autoComplete="off" optional />
      <FormText name="name" label={t('name')} width="short" autoComplete="off" optional />
      <FormCheckbox name="secret" label={t('secret')} />
      <FormArea name="words" label={t('words')} hint={t('wordsHint')} max={2000} optional />
    </>
  );
}

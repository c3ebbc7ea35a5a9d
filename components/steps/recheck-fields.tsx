import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { checkFindings, checkWays } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';

/** What was found, before anything of the answer is read; nothing is chosen beforehand. */
export async function RecheckFields() {
  const t = await getTranslations('steps.recheck');
  return (
    <>
      <p className="quiet">{t('blind')}</p>
      <FormChoices
        name="how"
        label={t('how')}
        row
        choices={checkWays.map((it) => ({ value: it, label: t(`howWord.${it}`) }))}
      />
      <FormChoices
        name="found"
        label={t('found')}
        hint={t('foundHint')}
        choices={checkFindings.map((it) => ({ value: it, label: t(`foundWord.${it}`) }))}
      />
      <FormArea name="said" label={t('said')} hint={t('saidHint')} max={2000} optional />
    </>
  );
}

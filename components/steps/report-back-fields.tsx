import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { reportOutcomes } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import { AskedNote } from './asked-note';
import type { StepProps } from './step-props';

/** All fields are always there, so that the form is whole without scripts. */
export async function ReportBackFields(props: StepProps) {
  const [t, words] = await Promise.all([
    getTranslations('steps.reportBack'),
    getTranslations('words.reportOutcome'),
  ]);
  return (
    <>
      <AskedNote {...props} />
      <FormChoices
        name="outcome"
        label={t('outcome')}
        choices={reportOutcomes.map((it) => ({
          value: it,
          label: words(it),
          hint: t(`outcomeHint.${it}`),
        }))}
      />
      <FormArea name="found" label={t('found')} hint={t('foundHint')} max={3000} rows={4} />
      <FormArea name="decided" label={t('decided')} hint={t('decidedHint')} max={2000} rows={3} />
      <FormArea name="plan" label={t('plan')} hint={t('planHint')} max={2000} rows={3} optional />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={3} />
    </>
  );
}

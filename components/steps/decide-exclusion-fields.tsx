import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { askedExclusions } from '@/lib/appeals/exclusions';
import { getTranslations } from '@/lib/i18n/words';
import { AskedExclusions } from './asked-exclusions';
import type { StepProps } from './step-props';

/** The claim with its evidence, then the decision; neither is chosen beforehand. */
export async function DecideExclusionFields({ view }: StepProps) {
  const t = await getTranslations('steps.decideExclusion');
  return (
    <>
      <AskedExclusions view={view} verb="decideExclusion" requests={askedExclusions(view.file)} />
      <FormChoices
        name="leaveOut"
        label={t('leaveOut')}
        choices={(['yes', 'no'] as const).map((it) => ({
          value: it,
          label: t(`leaveOutWord.${it}`),
          hint: t(`leaveOutHint.${it}`),
        }))}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
    </>
  );
}

import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { waitingKeepIns } from '@/lib/appeals/exclusions';
import { getTranslations } from '@/lib/i18n/words';
import { AskedExclusions } from './asked-exclusions';
import type { StepProps } from './step-props';

/** What was claimed, decided and objected, then the ruling; neither is chosen beforehand. */
export async function RuleExclusionFields({ view, actor }: StepProps) {
  const t = await getTranslations('steps.ruleExclusion');
  const waiting = waitingKeepIns(view.file, actor).flatMap((it) => (it.own ? [] : [it.objection]));
  return (
    <>
      <AskedExclusions view={view} verb="ruleExclusion" requests={waiting} />
      <FormChoices
        name="upheld"
        label={t('upheld')}
        choices={(['yes', 'no'] as const).map((it) => ({
          value: it,
          label: t(`upheldWord.${it}`),
        }))}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
    </>
  );
}

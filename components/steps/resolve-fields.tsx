import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { outcomes } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Basis and route are always there, so that the form is whole without scripts. */
export async function ResolveFields({ starts }: StepProps) {
  const [t, words] = await Promise.all([
    getTranslations('steps.resolve'),
    getTranslations('words.outcome'),
  ]);
  return (
    <>
      <FormChoices
        name="outcome"
        label={t('outcome')}
        choices={outcomes.map((it) => ({ value: it, label: words(it), hint: t(`hintOf.${it}`) }))}
      />
      <FormArea
        name="answer"
        value={starts?.answer}
        label={t('answer')}
        hint={t('answerHint')}
        max={10000}
        rows={7}
      />
      <FormArea name="basis" label={t('basis')} hint={t('basisHint')} max={1000} rows={3} />
      <FormArea name="route" label={t('route')} hint={t('routeHint')} max={1000} rows={3} />
    </>
  );
}

import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { satisfactions, solvedWords } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import { InterviewOf } from './interview-of';
import type { StepProps } from './step-props';

/** The same questions as the resident's own verdict, in the same order; nothing is chosen beforehand. */
export async function InterviewFields(props: StepProps) {
  const [t, words] = await Promise.all([
    getTranslations('steps.interview'),
    getTranslations('words'),
  ]);
  const satisfied = satisfactions.map((it) => ({ value: it, label: words(`satisfaction.${it}`) }));
  return (
    <>
      <InterviewOf {...props} />
      <FormChoices
        name="reached"
        label={t('reached')}
        hint={t('reachedHint')}
        choices={['yes', 'notTheirs', 'no'].map((it) => ({
          value: it,
          label: t(`reachedWord.${it}`),
        }))}
      />
      <p className="quiet mt-24">{t('onlyReached')}</p>
      <FormChoices
        name="solved"
        label={t('solved')}
        row
        choices={solvedWords.map((it) => ({ value: it, label: words(`solved.${it}`) }))}
      />
      <FormChoices
        name="more"
        label={t('more')}
        hint={t('moreHint')}
        row
        choices={['enough', 'goOn'].map((it) => ({ value: it, label: words(`more.${it}`) }))}
      />
      <FormChoices name="result" label={t('result')} row optional choices={satisfied} />
      <FormChoices name="handling" label={t('handling')} row optional choices={satisfied} />
      <FormArea name="said" label={t('said')} hint={t('saidHint')} max={2000} optional />
    </>
  );
}

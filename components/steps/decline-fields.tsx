import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { declineClasses } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

export async function DeclineFields({ starts }: StepProps) {
  const [t, words] = await Promise.all([
    getTranslations('steps.decline'),
    getTranslations('words.declineClass'),
  ]);
  return (
    <>
      <FormChoices
        name="class"
        label={t('class')}
        hint={t('classHint')}
        choices={declineClasses.map((it) => ({ value: it, label: words(it) }))}
      />
      <FormArea
        name="reason"
        value={starts?.reason}
        label={t('reason')}
        hint={t('reasonHint')}
        max={2000}
      />
      <FormArea name="route" label={t('route')} hint={t('routeHint')} max={1000} rows={3} />
    </>
  );
}

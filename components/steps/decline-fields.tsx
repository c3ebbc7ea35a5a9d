import { getTranslations } from 'next-intl/server';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { declineClasses } from '@/lib/appeals/words';

export async function DeclineFields() {
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
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} />
      <FormArea name="route" label={t('route')} hint={t('routeHint')} max={1000} rows={3} />
    </>
  );
}

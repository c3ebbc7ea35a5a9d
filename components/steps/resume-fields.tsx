import { getTranslations } from 'next-intl/server';
import { FormArea } from '@/components/forms/form-fields';

export async function ResumeFields() {
  const t = await getTranslations('steps.resume');
  return (
    <FormArea name="note" label={t('note')} hint={t('noteHint')} max={1000} rows={3} optional />
  );
}

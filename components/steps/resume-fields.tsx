import { FormArea } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';

export async function ResumeFields() {
  const t = await getTranslations('steps.resume');
  return (
    <FormArea name="note" label={t('note')} hint={t('noteHint')} max={1000} rows={3} optional />
  );
}

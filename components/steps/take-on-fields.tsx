import { FormArea, FormText } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';

export async function TakeOnFields() {
  const t = await getTranslations('steps.takeOn');
  return (
    <>
      <FormText
        name="nextOn"
        type="date"
        label={t('nextOn')}
        hint={t('nextOnHint')}
        width="short"
      />
      <FormArea name="note" label={t('note')} hint={t('noteHint')} max={2000} rows={5} />
    </>
  );
}

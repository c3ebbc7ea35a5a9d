import { getTranslations } from 'next-intl/server';
import { FormArea, FormText } from '@/components/forms/form-fields';

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

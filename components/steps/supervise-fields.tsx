import { FormArea, FormChoices, FormText } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';

export async function SuperviseFields() {
  const t = await getTranslations('steps.supervise');
  return (
    <>
      <FormChoices
        name="level"
        label={t('level')}
        choices={(['1', '2', '3'] as const).map((it) => ({
          value: it,
          label: t(`levelWord.${it}`),
        }))}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={4} />
      <FormText
        name="nextOn"
        type="date"
        label={t('nextOn')}
        hint={t('nextOnHint')}
        width="short"
        optional
      />
    </>
  );
}

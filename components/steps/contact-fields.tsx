import { getTranslations } from 'next-intl/server';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { contactWays } from '@/lib/appeals/words';

export async function ContactFields() {
  const [t, words] = await Promise.all([
    getTranslations('steps.contact'),
    getTranslations('words.contactWay'),
  ]);
  return (
    <>
      <FormChoices
        name="how"
        label={t('how')}
        choices={contactWays.map((it) => ({
          value: it,
          label: words(it),
          hint: it === 'message' ? t('messageHint') : undefined,
        }))}
      />
      <FormArea name="said" label={t('said')} hint={t('saidHint')} max={2000} />
    </>
  );
}

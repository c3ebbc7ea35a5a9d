import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { contactWays } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

export async function ContactFields({ starts }: StepProps) {
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
      <FormArea
        name="said"
        value={starts?.said}
        label={t('said')}
        hint={t('saidHint')}
        max={2000}
      />
    </>
  );
}

import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { missWays } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

export async function MissContactFields({ starts }: StepProps) {
  const [t, words] = await Promise.all([
    getTranslations('steps.missContact'),
    getTranslations('words.missWay'),
  ]);
  return (
    <>
      <FormChoices
        name="how"
        label={t('how')}
        row
        choices={missWays.map((it) => ({ value: it, label: words(it) }))}
      />
      <FormArea
        name="note"
        value={starts?.note}
        label={t('note')}
        hint={t('noteHint')}
        max={1000}
        rows={3}
        optional
      />
    </>
  );
}

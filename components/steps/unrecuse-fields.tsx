import { barredName } from '@/components/appeals/barred-name';
import { readerLocale } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Which of those barred is let back; the only one there is needs no choice. */
export async function UnrecuseFields({ view }: StepProps) {
  const [t, locale] = await Promise.all([getTranslations('steps.unrecuse'), readerLocale()]);
  const [only, ...more] = view.recusals;
  return (
    <>
      {only && more.length === 0 ? (
        <>
          <p className="mt-24">{t('only', { name: barredName(only, locale) })}</p>
          <input type="hidden" name="recusalId" value={only.id} />
        </>
      ) : (
        <FormChoices
          name="recusalId"
          label={t('recusalId')}
          choices={view.recusals.map((it) => ({ value: it.id, label: barredName(it, locale) }))}
        />
      )}
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={4} />
    </>
  );
}

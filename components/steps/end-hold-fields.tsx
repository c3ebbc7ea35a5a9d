import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { waitsOf } from '@/lib/appeals/holds';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** What is waited for, and what came of it. */
export async function EndHoldFields({ view }: StepProps) {
  const [t, words, { zone }] = await Promise.all([
    getTranslations('steps.endHold'),
    getTranslations('words.pause'),
    tellingAt(view.at),
  ]);
  const waits = waitsOf(view.file, zone);
  const [only] = waits;
  return (
    <>
      {only && waits.length === 1 ? (
        <>
          <p className="mt-16">{words(only.cause)}</p>
          <input type="hidden" name="holdId" value={only.id} />
        </>
      ) : (
        <FormChoices
          name="holdId"
          label={t('holdId')}
          choices={waits.map(({ id, cause }) => ({ value: id, label: words(cause) }))}
        />
      )}
      <FormArea name="note" label={t('note')} hint={t('noteHint')} max={1000} rows={3} optional />
    </>
  );
}

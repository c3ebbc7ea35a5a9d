import { FormArea } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import { AskedNote } from './asked-note';
import type { StepProps } from './step-props';

/** What one was called for, and room for a word. */
export const calledStep = (verb: 'reportIn' | 'arrive') =>
  async function CalledStep(props: StepProps) {
    const t = await getTranslations(`steps.${verb}`);
    return (
      <>
        <AskedNote {...props} />
        <FormArea name="note" label={t('note')} hint={t('noteHint')} max={500} rows={3} optional />
      </>
    );
  };

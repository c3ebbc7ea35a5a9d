import { FormArea, FormChoices, FormText } from '@/components/forms/form-fields';
import { askable } from '@/lib/appeals/requests';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** What may be asked for as the case stands, each with what the rule set allows. */
export async function AskForFields({ view }: StepProps) {
  const [t, words] = await Promise.all([getTranslations('steps.askFor'), getTranslations('words')]);
  const { extendMost, extendTimes, parkMost, concludeRounds } = view.settings;
  const kinds = askable(view.file, view.at);
  const unit = extendMost.unit ?? 'workingDays';
  const allowed = {
    extend: {
      most: words(`limitUnit.${unit}`, { amount: extendMost.amount }),
      times: extendTimes.amount,
    },
    park: { most: words('limitUnit.calendarDays', { amount: parkMost.amount }) },
    conclude: { rounds: concludeRounds.amount },
  };
  return (
    <>
      <FormChoices
        name="kind"
        label={t('kind')}
        choices={kinds.map((kind) => ({
          value: kind,
          label: t(`kindOf.${kind}`),
          hint: t(`kindHint.${kind}`, allowed[kind]),
        }))}
      />
      {kinds.includes('extend') && (
        <FormText
          name="amount"
          label={t('amount')}
          hint={t('amountHint', { unit: words(`unitOnly.${unit}`) })}
          inputMode="numeric"
          width="tiny"
        />
      )}
      {kinds.includes('park') && (
        <FormText
          name="untilOn"
          type="date"
          label={t('untilOn')}
          hint={t('untilOnHint')}
          width="short"
        />
      )}
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
    </>
  );
}

import { FormArea, FormChoices, FormSelect, FormText } from '@/components/forms/form-fields';
import { leadOf } from '@/lib/appeals/case-file';
import { askable } from '@/lib/appeals/requests';
import { causeClasses } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import { OwnerField } from './owner-field';
import type { StepProps } from './step-props';

/** What may be asked for as the case stands, each with what the rule set allows. */
export async function AskForFields({ view }: StepProps) {
  const [t, words] = await Promise.all([getTranslations('steps.askFor'), getTranslations('words')]);
  const { extendMost, extendTimes, parkMost, testMost, testTimes, concludeRounds } = view.settings;
  const kinds = askable(view.file, view.at);
  const unit = extendMost.unit ?? 'workingDays';
  const allowed = {
    extend: {
      most: words(`limitUnit.${unit}`, { amount: extendMost.amount }),
      times: extendTimes.amount,
    },
    park: { most: words('limitUnit.calendarDays', { amount: parkMost.amount }) },
    test: {
      most: words('limitUnit.calendarDays', { amount: testMost.amount }),
      times: testTimes.amount,
    },
    cause: {},
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
      {(kinds.includes('park') || kinds.includes('test')) && (
        <FormText
          name="untilOn"
          type="date"
          label={t('untilOn')}
          hint={t('untilOnHint')}
          width="short"
        />
      )}
      {kinds.includes('test') && (
        <FormArea
          name="basis"
          label={t('basis')}
          hint={t('basisHint')}
          max={1000}
          rows={2}
          optional
        />
      )}
      {kinds.includes('cause') && <CauseFields view={view} />}
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
    </>
  );
}

/** Where the cause lies: only for that kind of request. */
async function CauseFields({ view }: Pick<StepProps, 'view'>) {
  const [t, place] = await Promise.all([
    getTranslations('steps.askFor'),
    getTranslations('steps.placeCause'),
  ]);
  return (
    <>
      <FormSelect
        name="causeClass"
        label={t('causeClass')}
        options={causeClasses.map((it) => ({ value: it, label: place(`causeClassOf.${it}`) }))}
      />
      <OwnerField
        label={t('ownerUnitId')}
        hint={t('ownerUnitIdHint')}
        except={leadOf(view.file)?.unitId}
      />
      <FormText name="cause" label={t('cause')} hint={t('causeHint')} />
    </>
  );
}

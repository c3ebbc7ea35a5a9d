import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { excludable } from '@/lib/appeals/exclusions';
import { exclusionClasses } from '@/lib/appeals/words';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Which round, on which of the closed list of grounds, and what shows it; nothing is chosen beforehand. */
export async function AskExclusionFields({ view, actor }: StepProps) {
  const [t, words, telling] = await Promise.all([
    getTranslations('steps.askExclusion'),
    getTranslations('words.exclusionClass'),
    tellingAt(view.at),
  ]);
  const rounds = excludable(view.file, actor, view.at).map(({ number, countedAt }) => ({
    value: String(number),
    label: t('roundWord', { number, date: countedAt ? dayOf(countedAt, telling) : '' }),
  }));
  const [only] = rounds;
  return (
    <>
      {only && rounds.length === 1 ? (
        <>
          <p className="mt-24">{only.label}</p>
          <input type="hidden" name="round" value={only.value} />
        </>
      ) : (
        <FormChoices name="round" label={t('round')} choices={rounds} />
      )}
      <FormChoices
        name="exclusionClass"
        label={t('exclusionClass')}
        hint={t('exclusionClassHint')}
        choices={exclusionClasses.map((it) => ({
          value: it,
          label: words(it),
          hint: t(`exclusionGround.${it}`),
        }))}
      />
      <FormArea
        name="evidence"
        label={t('evidence')}
        hint={t('evidenceHint')}
        max={2000}
        rows={6}
      />
    </>
  );
}

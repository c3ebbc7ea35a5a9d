import { FormArea, FormText } from '@/components/forms/form-fields';
import { runningClock, triesToReach } from '@/lib/appeals/case-file';
import { questionHolds } from '@/lib/appeals/holds';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** The question, until when it is waited for, and whether the promise stands still meanwhile. */
export async function AskFields({ view }: StepProps) {
  const [t, words] = await Promise.all([getTranslations('steps.ask'), getTranslations('words')]);
  const { questionMost, questionTries } = view.settings;
  const most = words('limitUnit.calendarDays', { amount: questionMost.amount });
  const holds = questionHolds(view.file, view.at, view.settings);
  const promise = runningClock(view.file, 'promise');
  const past = promise?.dueAt && promise.dueAt <= view.at;
  const why = promise?.unit === 'hours' ? 'hours' : past ? 'past' : 'often';
  const tries = triesToReach(view.file);
  const least = questionTries.amount;
  return (
    <>
      <p className="mt-16 max-w-measure">{holds ? t('holds') : t('runs', { why })}</p>
      {holds && tries < least && (
        <p className="mt-8 max-w-measure">{t('tries', { least, tries })}</p>
      )}
      <FormArea
        name="question"
        label={t('question')}
        hint={t('questionHint')}
        max={1000}
        rows={4}
      />
      <FormText
        name="untilOn"
        type="date"
        label={t('untilOn')}
        hint={t('untilOnHint', { most })}
        width="short"
        optional
      />
    </>
  );
}

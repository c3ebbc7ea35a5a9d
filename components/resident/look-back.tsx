import { StepForm } from '@/components/appeals/step-form';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormCheckbox, FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { NowBox } from '@/components/ui/now-box';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { summaryLabel } from './summary-label';

/** Two weeks after closing, where this resident may say so: does it hold? Nothing where they may not. */
export async function LookBack({ view }: { view: CaseView }) {
  const step = view.steps.find((it) => it.verb === 'lookBack');
  const { caseNumber, closedAt, reopenUntil } = view.file.appeal;
  if (!step || step.refusal || !closedAt) return null;
  const [t, asked, telling] = await Promise.all([
    getTranslations('lookBack'),
    getTranslations('follow.question'),
    tellingAt(view.at),
  ]);
  const again = reopenUntil !== null && view.at <= reopenUntil;
  const questions = { holds: t('holds'), words: asked('words'), pressed: asked('pressed') };
  return (
    <div className="mb-32">
      <NowBox id="look-back" heading={t('heading')}>
        <p className="mt-8">{t('lead', { day: dayOf(closedAt, telling) })}</p>
        <StepForm
          side="voice"
          verb="lookBack"
          caseNumber={caseNumber}
          labels={Object.fromEntries(
            Object.entries(questions).map(([name, words]) => [name, summaryLabel(words)]),
          )}
          prefix="back"
        >
          <FormChoices
            name="holds"
            label={t('holds')}
            choices={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
            row
          />
          <FormArea name="words" label={asked('words')} rows={3} max={2000} optional />
          <FormCheckbox name="release" label={asked('release')} hint={asked('releaseHint')} />
          <FormChoices
            name="pressed"
            label={asked('pressed')}
            hint={asked('pressedHint')}
            choices={[
              { value: 'no', label: asked('pressedNo') },
              { value: 'yes', label: asked('pressedYes') },
            ]}
            row
          />
          <div className="btns mt-32">
            <SubmitButton kind="now">{t('submit')}</SubmitButton>
            <span className="meta">{t(again ? 'again' : 'kept')}</span>
          </div>
        </StepForm>
      </NowBox>
    </div>
  );
}

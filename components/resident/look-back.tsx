import { StepForm } from '@/components/appeals/step-form';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormCheckbox, FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { NowBox } from '@/components/ui/now-box';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { AppealRow } from '@/lib/appeals/records';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { summaryLabel } from './summary-label';

/** Two weeks after closing, where this resident may say so: does it hold? Nothing where they may not. */
export async function LookBack({ view }: { view: CaseView }) {
  const step = view.steps.find((it) => it.verb === 'lookBack');
  if (!step || step.refusal) return null;
  return <LookBackForm view={view} appeal={view.file.appeal} />;
}

interface LookBackFormProps {
  view: CaseView;
  /** The case that was closed: this one, or the one it is or was part of. */
  appeal: AppealRow;
}

export async function LookBackForm({ view, appeal }: LookBackFormProps) {
  const { caseNumber } = view.file.appeal;
  const { closedAt, reopenUntil } = appeal;
  if (!closedAt) return null;
  const of = appeal.caseNumber === caseNumber ? null : appeal.caseNumber;
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
          side={of ? 'merged' : 'voice'}
          verb="lookBack"
          caseNumber={caseNumber}
          labels={Object.fromEntries(
            Object.entries(questions).map(([name, words]) => [name, summaryLabel(words)]),
          )}
          prefix="back"
        >
          {of && <input type="hidden" name="of" value={of} />}
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

import { StepForm } from '@/components/appeals/step-form';
import { SubmitButton } from '@/components/forms/submit-button';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import { SendOrStay } from './send-or-stay';

/** How to reach a resident goes when they ask for it: a page that says what else goes with it, and when. */
export async function AskErasureStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.askErasure');
  const { caseNumber, status } = view.file.appeal;
  const over = status === 'closed';
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t(over ? 'now' : 'later')}</p>
      <p className="mt-16">{t('what')}</p>
      <p className="mt-16">{t('others')}</p>
      <StepForm side="voice" verb="askErasure" caseNumber={caseNumber}>
        <input type="hidden" name="sure" value="yes" />
        <SendOrStay caseNumber={caseNumber} stay={t('stay')}>
          <SubmitButton kind="grave">{t(over ? 'submit' : 'submitLater')}</SubmitButton>
        </SendOrStay>
      </StepForm>
    </>
  );
}

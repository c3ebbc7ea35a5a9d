import { StepForm } from '@/components/appeals/step-form';
import { SubmitButton } from '@/components/forms/submit-button';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import { SendOrStay } from './send-or-stay';

/** Whoever joined leaves: a page that confirms it, for the link is gone afterwards. */
export async function LeaveStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.leave');
  const { caseNumber } = view.file.appeal;
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead')}</p>
      <StepForm side="voice" verb="leave" caseNumber={caseNumber}>
        <SendOrStay caseNumber={caseNumber} stay={t('stay')}>
          <SubmitButton kind="grave">{t('submit')}</SubmitButton>
        </SendOrStay>
      </StepForm>
    </>
  );
}

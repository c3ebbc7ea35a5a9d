import { StepForm } from '@/components/appeals/step-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { isPublished, showingOf } from '@/lib/appeals/showing';
import { getTranslations } from '@/lib/i18n/words';
import { SendOrStay } from './send-or-stay';

/** Whether everybody may read the case: agreed to or taken back with one button, never chosen beforehand. */
export async function ConsentStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.consent');
  const { caseNumber } = view.file.appeal;
  const agreed = showingOf(view.file);
  const shown = isPublished(view.file);
  return (
    <>
      <h1>{t(agreed ? 'backHeading' : 'askHeading')}</h1>
      <p className="lead mt-8">{t(agreed ? (shown ? 'backShown' : 'backWaiting') : 'askLead')}</p>
      {agreed && shown && (
        <p className="alone mt-16">
          <Anchor href={`/open/cases/${agreed.slug}`}>{t('seeIt')}</Anchor>
        </p>
      )}
      <StepForm side="voice" verb="consent" caseNumber={caseNumber}>
        <input type="hidden" name="show" value={agreed ? 'no' : 'yes'} />
        <SendOrStay caseNumber={caseNumber} stay={t('stay')}>
          <SubmitButton kind={agreed ? 'grave' : 'main'}>
            {t(agreed ? 'backSubmit' : 'askSubmit')}
          </SubmitButton>
        </SendOrStay>
      </StepForm>
    </>
  );
}

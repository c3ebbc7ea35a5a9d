import { StepForm } from '@/components/appeals/step-form';
import { FormArea, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { UnitField } from '@/components/steps/unit-field';
import { Buttons } from '@/components/ui/button';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';

/** Who should not get to see it (Jinan regulation 2018, Art. 32: the resident may demand it). */
export async function RecuseStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.recuse');
  const { caseNumber } = view.file.appeal;
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead')}</p>
      <StepForm
        side="voice"
        verb="recuse"
        caseNumber={caseNumber}
        labels={{ unitId: t('unitId'), who: t('who'), reason: t('reason') }}
        problemWords={t.raw('problems')}
      >
        <UnitField about name="unitId" label={t('unitId')} hint={t('unitIdHint')} optional />
        <FormText name="who" label={t('who')} hint={t('whoHint')} optional />
        <FormArea name="reason" label={t('reason')} max={2000} rows={4} />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </StepForm>
    </>
  );
}

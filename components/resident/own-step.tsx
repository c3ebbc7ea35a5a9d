import { getTranslations } from 'next-intl/server';
import { StepForm } from '@/components/appeals/step-form';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { readInstallation } from '@/lib/appeals/queries/front';
import { summaryLabel } from './summary-label';

/** One question, one button: what is to be added. */
export async function SupplementStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.supplement');
  const { caseNumber } = view.file.appeal;
  return (
    <StepForm side="voice" verb="supplement" caseNumber={caseNumber} labels={{ words: t('words') }}>
      <FormArea name="words" label={t('heading')} hint={t('lead')} max={2000} asHeading />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </StepForm>
  );
}

/** Words for the unit, passed on without numbers. */
export async function MessageStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.message');
  const { locale } = await tellingAt(view.at);
  const unit = nameOf(view.lead?.unit ?? null, locale);
  return (
    <StepForm
      side="voice"
      verb="message"
      caseNumber={view.file.appeal.caseNumber}
      labels={{ words: t('words') }}
    >
      <FormArea
        name="words"
        label={unit ? t('heading', { unit }) : t('headingDesk')}
        hint={t('lead')}
        max={2000}
        asHeading
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </StepForm>
  );
}

/** It came back: the next round. */
export async function ReopenStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.reopen');
  return (
    <StepForm
      side="voice"
      verb="reopen"
      caseNumber={view.file.appeal.caseNumber}
      labels={{ reason: t('reason') }}
    >
      <FormArea
        name="reason"
        label={t('heading')}
        hint={
          <>
            {t('lead')}
            <br />
            {t('reasonHint')}
          </>
        }
        max={2000}
        asHeading
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </StepForm>
  );
}

/** "Cannot be done" is not accepted: somebody who never had the case looks at it again. */
export async function ObjectStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.object');
  const { caseNumber } = view.file.appeal;
  return (
    <StepForm side="voice" verb="object" caseNumber={caseNumber} labels={{ reason: t('reason') }}>
      <FormArea name="reason" label={t('heading')} hint={t('lead')} max={2000} asHeading />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </StepForm>
  );
}

/** The page is the question whether one is sure; nobody may have been pressed into it unasked. */
export async function WithdrawStep({ view }: { view: CaseView }) {
  const [t, ask, { reopenDays }] = await Promise.all([
    getTranslations('follow.pages.withdraw'),
    getTranslations('follow.question'),
    readInstallation(),
  ]);
  const { caseNumber } = view.file.appeal;
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead', { days: reopenDays })}</p>
      <StepForm
        side="voice"
        verb="withdraw"
        caseNumber={caseNumber}
        labels={{ reason: t('reason'), pressed: summaryLabel(t('pressed')) }}
      >
        <FormChoices
          name="pressed"
          label={t('pressed')}
          hint={ask('pressedHint')}
          choices={[
            { value: 'no', label: ask('pressedNo') },
            { value: 'yes', label: ask('pressedYes') },
          ]}
          row
        />
        <FormArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          max={1000}
          optional
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton kind="grave">{t('submit')}</SubmitButton>
            <LinkButton href={`/follow/${caseNumber}`} kind="plain">
              {t('stay')}
            </LinkButton>
          </Buttons>
        </div>
      </StepForm>
    </>
  );
}

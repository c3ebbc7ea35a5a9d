import { StepForm } from '@/components/appeals/step-form';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { HeldInputs, PhotoPart } from '@/components/photos/photo-part';
import { Buttons } from '@/components/ui/button';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { readInstallation } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';
import type { Attachment } from '@/lib/photos/attachment';
import { SendOrStay } from './send-or-stay';
import { summaryLabel } from './summary-label';

type Told = 'supplement' | 'message' | 'object' | 'reopen';

/** Pictures and PDFs that may go with a step. */
export interface StepPhotos {
  held: readonly Attachment[];
  /** What was wrong with the last one sent, as the address says. */
  problem?: string | undefined;
}

interface OneTextProps {
  view: CaseView;
  verb: Told;
  /** What the step calls its text, and what the list of problems calls it. */
  name: 'words' | 'reason';
  called: string;
  heading: string;
  lead: React.ReactNode;
  submit: string;
  photos?: StepPhotos;
}

/** One question, one button. */
function OneText({ view, verb, name, called, heading, lead, submit, photos }: OneTextProps) {
  const { caseNumber } = view.file.appeal;
  const home = `/follow/${caseNumber}`;
  return (
    <>
      {photos && <PhotoPart at={`${home}/photos`} back={`${home}/${verb}`} {...photos} />}
      <StepForm side="voice" verb={verb} caseNumber={caseNumber} labels={{ [name]: called }}>
        {photos && <HeldInputs held={photos.held} />}
        <FormArea name={name} label={heading} hint={lead} max={2000} asHeading />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{submit}</SubmitButton>
          </Buttons>
        </div>
      </StepForm>
    </>
  );
}

interface WithPhotosProps {
  view: CaseView;
  photos: StepPhotos;
}

/** What is to be added. */
export async function SupplementStep({ view, photos }: WithPhotosProps) {
  const t = await getTranslations('follow.pages.supplement');
  const words = { heading: t('heading'), lead: t('lead'), submit: t('submit') };
  return (
    <OneText
      view={view}
      verb="supplement"
      name="words"
      called={t('words')}
      photos={photos}
      {...words}
    />
  );
}

/** Words for the unit, passed on without numbers. */
export async function MessageStep({ view, photos }: WithPhotosProps) {
  const t = await getTranslations('follow.pages.message');
  const { locale } = await tellingAt(view.at);
  const unit = nameOf(view.lead?.unit ?? null, locale);
  const heading = unit ? t('heading', { unit }) : t('headingDesk');
  const words = { heading, lead: t('lead'), submit: t('submit') };
  return (
    <OneText
      view={view}
      verb="message"
      name="words"
      called={t('words')}
      photos={photos}
      {...words}
    />
  );
}

/** It came back: the next round. */
export async function ReopenStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.reopen');
  const lead = (
    <>
      {t('lead')}
      <br />
      {t('reasonHint')}
    </>
  );
  const words = { heading: t('heading'), lead, submit: t('submit') };
  return <OneText view={view} verb="reopen" name="reason" called={t('reason')} {...words} />;
}

/** "Cannot be done" is not accepted: somebody who never had the case looks at it again. */
export async function ObjectStep({ view }: { view: CaseView }) {
  const t = await getTranslations('follow.pages.object');
  const words = { heading: t('heading'), lead: t('lead'), submit: t('submit') };
  return <OneText view={view} verb="object" name="reason" called={t('reason')} {...words} />;
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
        <SendOrStay caseNumber={caseNumber} stay={t('stay')}>
          <SubmitButton kind="grave">{t('submit')}</SubmitButton>
        </SendOrStay>
      </StepForm>
    </>
  );
}

import { StepForm } from '@/components/appeals/step-form';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { NowBox } from '@/components/ui/now-box';
import { openQuestion } from '@/lib/appeals/case-file';
import { holdsOf } from '@/lib/appeals/holds';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { civilDay } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** What the unit asks, until when it waits, what happens meanwhile, and room for the answer. */
export async function AnswerQuestion({ view }: { view: CaseView }) {
  const question = openQuestion(view.file);
  const asked = view.story.find((it) => it.seq === question?.seq);
  if (!question || !asked) return null;
  const [t, telling] = await Promise.all([
    getTranslations('follow.pages.answerQuestion'),
    tellingAt(view.at),
  ]);
  const unit = asked.by.kind === 'person' ? nameOf(asked.by.unit, telling.locale) : '';
  const stands = holdsOf(view.file, telling.zone).some((it) => it.id === question.id && it.stands);
  return (
    <NowBox id="asked" heading={t('heading', { unit })}>
      <p className="mt-8 whitespace-pre-line text-20">{asked.words.question}</p>
      <p className="meta mt-8">{t('until', { date: civilDay(question.untilOn, telling) })}</p>
      <p className="meta mt-8">{t(stands ? 'held' : 'runs')}</p>
      <StepForm
        side="voice"
        verb="answerQuestion"
        caseNumber={view.file.appeal.caseNumber}
        labels={{ words: t('words') }}
      >
        <input type="hidden" name="questionId" value={question.id} />
        <FormArea name="words" label={t('words')} max={2000} rows={4} />
        <div className="mt-24">
          <Buttons>
            <SubmitButton kind="now">{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </StepForm>
    </NowBox>
  );
}

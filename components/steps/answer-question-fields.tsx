import { voiceLang } from '@/components/appeals/telling';
import { FormArea } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { openQuestion } from '@/lib/appeals/case-file';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** What the unit asked; the answer is taken down in the resident's words. */
export async function AnswerQuestionFields({ view }: StepProps) {
  const t = await getTranslations('steps.answerQuestion');
  const question = openQuestion(view.file);
  const asked = view.story.find((it) => it.seq === question?.seq)?.words.question;
  return (
    <>
      {asked && (
        <div className="mt-24 max-w-measure">
          <Note boxed heading={t('asked')}>
            <p className="mt-8 whitespace-pre-line">{asked}</p>
          </Note>
        </div>
      )}
      <input type="hidden" name="questionId" value={question?.id ?? ''} />
      <div lang={voiceLang(view)}>
        <FormArea name="words" label={t('words')} hint={t('wordsHint')} max={2000} rows={5} />
      </div>
    </>
  );
}

import { causeTold } from '@/components/appeals/cause-told';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormArea, FormText } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** What is said to be the cause; what will be done about it, and by when. */
export async function AnswerCauseFields({ view }: StepProps) {
  const [t, words, locale] = await Promise.all([
    getTranslations('steps.answerCause'),
    getTranslations('words.causeClass'),
    readerLocale(),
  ]);
  const told = causeTold(view);
  return (
    <>
      {told && (
        <div className="mt-24 max-w-measure">
          <Note boxed heading={t('asked')}>
            <p className="mt-8">
              {told.what} <span className="meta">{words(told.cause.class)}</span>
            </p>
            <p className="mt-8 whitespace-pre-line">{told.why}</p>
            <p className="meta mt-8">{nameOf(view.lead?.unit ?? null, locale)}</p>
          </Note>
        </div>
      )}
      <FormArea name="plan" label={t('plan')} hint={t('planHint')} max={2000} rows={5} />
      <FormText name="byOn" type="date" label={t('byOn')} hint={t('byOnHint')} width="short" />
    </>
  );
}

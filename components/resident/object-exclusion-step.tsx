import { StepForm } from '@/components/appeals/step-form';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { contestable, roundAbout } from '@/lib/appeals/exclusions';
import { getTranslations } from '@/lib/i18n/words';
import type { OwnCase } from './own-case';

/** An answer that was left out is to count after all: what was claimed, one question, one button. The latest first. */
export async function ObjectExclusionStep({ own: { view, actor } }: { own: OwnCase }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('follow.pages.objectExclusion'),
    getTranslations('words.exclusionClass'),
    tellingAt(view.at),
  ]);
  const request = contestable(view.file, actor, view.at).at(-1);
  if (!request) return null;
  const claim = view.story.find((it) => it.seq === request.seq);
  const values = {
    unit: claim?.by.kind === 'person' ? nameOf(claim.by.unit, telling.locale) : '',
    round: roundAbout(view.file, request),
    grounds: request.exclusionClass ? words(request.exclusionClass) : '',
  };
  return (
    <StepForm
      side="voice"
      verb="objectExclusion"
      caseNumber={view.file.appeal.caseNumber}
      labels={{ reason: t('reason') }}
    >
      <input type="hidden" name="requestId" value={request.id} />
      <FormArea name="reason" label={t('heading')} hint={t('lead', values)} max={2000} asHeading />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </StepForm>
  );
}

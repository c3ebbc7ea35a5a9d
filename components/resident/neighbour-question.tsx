import { StepForm } from '@/components/appeals/step-form';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { NowBox } from '@/components/ui/now-box';
import { askedNearby } from '@/lib/appeals/queries/asked-nearby';
import { getTranslations } from '@/lib/i18n/words';
import { estateOf } from '@/lib/places/estate';
import type { OwnCase } from './own-case';

/** Whoever agreed to it says whether something near them holds. The place is told as they themselves wrote it. */
export async function NeighbourQuestion({ own }: { own: OwnCase }) {
  const [t, words, locale, questions] = await Promise.all([
    getTranslations('neighbours'),
    getTranslations('words'),
    readerLocale(),
    askedNearby(own.actor),
  ]);
  const { place } = own.view.detail;
  return questions.map(({ id, category }) => (
    <div key={id} className="mb-32">
      <NowBox id={`near-${id}`} heading={t('heading')}>
        <p className="mt-8">
          {t('lead', {
            place: estateOf(place) ?? place,
            category: nameOf(category, locale) || words('uncategorised'),
          })}
        </p>
        <StepForm
          side="neighbour"
          verb="witness"
          caseNumber={own.view.file.appeal.caseNumber}
          labels={{ holds: t('holds') }}
          prefix={`near-${id.slice(-4)}`}
        >
          <input type="hidden" name="of" value={id} />
          <FormChoices
            name="holds"
            label={t('holds')}
            choices={(['yes', 'no', 'unsure'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
            row
          />
          <div className="btns mt-32">
            <SubmitButton kind="now">{t('submit')}</SubmitButton>
          </div>
        </StepForm>
      </NowBox>
    </div>
  ));
}

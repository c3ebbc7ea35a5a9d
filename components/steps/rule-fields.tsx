import { voiceLang } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { Said } from '@/components/ui/story-line';
import { pendingRequests } from '@/lib/appeals/case-file';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** The objection in the resident's words, then the ruling; neither is chosen beforehand. */
export async function RuleFields({ view }: StepProps) {
  const [t, words] = await Promise.all([getTranslations('steps.rule'), getTranslations('words')]);
  const objection = pendingRequests(view.file).find((it) => it.kind === 'object');
  const said = view.story.find((it) => it.seq === objection?.seq)?.words.reason;
  return (
    <>
      {said && (
        <div className="mt-24 max-w-measure">
          <Note boxed heading={words('request.object')}>
            <Said lang={voiceLang(view)}>{said}</Said>
          </Note>
        </div>
      )}
      <FormChoices
        name="upheld"
        label={t('upheld')}
        choices={(['yes', 'no'] as const).map((it) => ({
          value: it,
          label: t(`upheldWord.${it}`),
          hint: t(`upheldHint.${it}`),
        }))}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
    </>
  );
}

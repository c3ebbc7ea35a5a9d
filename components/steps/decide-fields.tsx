import { factValues } from '@/components/appeals/story-facts';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { pendingRequests } from '@/lib/appeals/case-file';
import { isUnitRequest } from '@/lib/appeals/requests';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** What the unit asked, in its own words, and the reviewer's reasons. */
export const decideFields = (verb: 'grant' | 'refuse') =>
  async function DecideFields({ view }: StepProps) {
    const [t, story, words, telling] = await Promise.all([
      getTranslations(`steps.${verb}`),
      getTranslations('story'),
      getTranslations('words'),
      tellingAt(view.at),
    ]);
    const asked = pendingRequests(view.file)
      .filter(isUnitRequest)
      .flatMap((request) => {
        const entry = view.story.find((it) => it.seq === request.seq);
        if (!entry) return [];
        const { detail } = factValues(entry, telling, story, words);
        const what = words(`request.${request.kind}`);
        return [{ id: request.id, entry, label: detail === 'none' ? what : `${what}: ${detail}` }];
      });
    const [only] = asked;
    return (
      <>
        {asked.map(({ id, entry, label }) => (
          <div key={id} className="mt-24 max-w-measure">
            <Note boxed heading={label}>
              {entry.words.cause && <p className="mt-8">{entry.words.cause}</p>}
              <p className="mt-8 whitespace-pre-line">{entry.words.reason}</p>
              {entry.words.basis && <p className="mt-8 whitespace-pre-line">{entry.words.basis}</p>}
              <p className="meta mt-8">
                {entry.by.kind === 'person' && nameOf(entry.by.unit, telling.locale)}{' '}
                {momentOf(entry.at, telling)}
              </p>
            </Note>
          </div>
        ))}
        {only && asked.length === 1 ? (
          <input type="hidden" name="requestId" value={only.id} />
        ) : (
          <FormChoices
            name="requestId"
            label={t('requestId')}
            choices={asked.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={2000} rows={5} />
      </>
    );
  };

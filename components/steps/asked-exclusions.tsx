import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormChoices } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import { exclusionOf, roundAbout } from '@/lib/appeals/exclusions';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { RequestRow } from '@/lib/appeals/records';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

interface AskedProps {
  view: CaseView;
  verb: 'decideExclusion' | 'ruleExclusion';
  /** What waits: exclusions, or objections to them. */
  requests: readonly RequestRow[];
}

/** What the unit claims with its evidence, and what the resident says to it; the only one there is needs no choice. */
export async function AskedExclusions({ view, verb, requests }: AskedProps) {
  const [t, words, telling] = await Promise.all([
    getTranslations(`steps.${verb}`),
    getTranslations('words'),
    tellingAt(view.at),
  ]);
  const told = (seq: number | null | undefined) => view.story.find((it) => it.seq === seq);
  const asked = requests.map((request) => ({
    request,
    label: t('asked', {
      number: roundAbout(view.file, request),
      grounds: request.exclusionClass ? words(`exclusionClass.${request.exclusionClass}`) : '',
    }),
    exclusion: exclusionOf(view.file, request.roundId),
  }));
  const [only] = asked;
  return (
    <>
      {asked.map(({ request, label, exclusion }) => {
        const claim = told(exclusion?.seq);
        const granted = told(exclusion?.endedSeq);
        const said = request === exclusion ? undefined : told(request.seq);
        return (
          <div key={request.id} className="mt-24 max-w-measure">
            <Note boxed heading={label}>
              <p className="mt-8 whitespace-pre-line">{claim?.words.evidence}</p>
              <p className="meta mt-8">
                {claim?.by.kind === 'person' && nameOf(claim.by.unit, telling.locale)}{' '}
                {claim && momentOf(claim.at, telling)}
              </p>
              {said && granted && (
                <p className="mt-8 whitespace-pre-line">{granted.words.reason}</p>
              )}
              {said && (
                <>
                  <p className="mt-16">
                    <strong>{words('request.keepIn')}</strong>
                  </p>
                  <p className="mt-8 whitespace-pre-line">{said.words.reason}</p>
                </>
              )}
            </Note>
          </div>
        );
      })}
      {only && asked.length === 1 ? (
        <input type="hidden" name="requestId" value={only.request.id} />
      ) : (
        <FormChoices
          name="requestId"
          label={t('requestId')}
          choices={asked.map(({ request, label }) => ({ value: request.id, label }))}
        />
      )}
    </>
  );
}

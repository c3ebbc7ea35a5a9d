import { nameOf, namesOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import type { CallLine } from '@/lib/appeals/queries/call-lines';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { DueInLine } from './due';

/** Who was called, what for, who has come and what came of it. */
export async function CaseCalls({ view }: { view: CaseView }) {
  if (view.calls.length === 0) return null;
  const [t, { locale }] = await Promise.all([getTranslations('desk.calls'), tellingAt(view.at)]);
  const silent = view.calls.filter((it) => it.call.outcome === 'silent').map((it) => it.unit);
  return (
    <section aria-labelledby="calls" className="mt-32">
      <h2 id="calls">{t('heading')}</h2>
      {silent.length > 0 && (
        <p className="mt-8">{t('silent', { units: namesOf(silent, locale) })}</p>
      )}
      <div className="mt-12">
        <Facts
          side
          facts={view.calls.map((line) => ({
            term: nameOf(line.unit, locale),
            detail: <CallDetail line={line} at={view.at} />,
          }))}
        />
      </div>
    </section>
  );
}

async function CallDetail({ line, at }: { line: CallLine; at: Date }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('desk.calls'),
    getTranslations('words'),
    tellingAt(at),
  ]);
  const { call, person, whatFor, next } = line;
  const done = (key: 'reportedIn' | 'arrived', moment: Date | null) =>
    moment ? [t(key, { moment: momentOf(moment, telling) })] : [];
  const came = [
    ...(person ? [person] : []),
    ...done('reportedIn', call.reportedInAt),
    ...done('arrived', call.arrivedAt),
  ];
  return (
    <>
      {whatFor && <span className="block whitespace-pre-line">{whatFor}</span>}
      {next && (
        <span className="block">
          {t('owes', { what: words(`clock.${next.kind}`) })}{' '}
          <DueInLine times={next.clock} at={at} owed={words(`clock.${next.kind}`)} />
        </span>
      )}
      {call.outcome && call.endedAt && (
        <span className="block">
          {t('ended', {
            outcome: words(`callOutcome.${call.outcome}`),
            moment: momentOf(call.endedAt, telling),
          })}
        </span>
      )}
      {came.length > 0 && <span className="meta block">{came.join(' · ')}</span>}
      {call.helpRating && (
        <span className="meta block">
          {t('rated', { rating: words(`callRatingOf.helpRating.${call.helpRating}`) })}
        </span>
      )}
      {call.callRating && (
        <span className="meta block">
          {t('ratedCall', { rating: words(`callRatingOf.callRating.${call.callRating}`) })}
        </span>
      )}
    </>
  );
}

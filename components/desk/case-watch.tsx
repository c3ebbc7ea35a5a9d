import { factValues } from '@/components/appeals/story-facts';
import { tellingAt } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import { parkedUntil, pendingRequests, supervisionOf } from '@/lib/appeals/case-file';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { civilDay, promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** Whether the case is supervised, taken on by a leader, parked, or waits for a decision. */
export async function CaseWatch({ view }: { view: CaseView }) {
  const [t, story, words, telling] = await Promise.all([
    getTranslations('desk.watch'),
    getTranslations('story'),
    getTranslations('words'),
    tellingAt(view.at),
  ]);
  const { file } = view;
  const present = supervisionOf(file);
  const parked = parkedUntil(file);
  // Why it is supervised, as far as this reader may know: the story says it with what is hidden left out.
  const order = view.story.findLast((it) => it.verb === 'supervise' || it.verb === 'takeOn');
  const known = view.audience === 'supervision' || order ? present : undefined;
  const { level = present?.level, cause } = order?.facts ?? {};
  const leader = view.story.findLast((it) => it.verb === 'takeOn')?.person;
  const facts = [
    ...(known
      ? [
          { term: t('level'), detail: words('level', { level: Number(level) }) },
          {
            term: t('cause'),
            detail: t(`causeOf.${typeof cause === 'string' ? cause : 'person'}`),
          },
        ]
      : []),
    ...(present?.leaderId && leader ? [{ term: t('leader'), detail: leader }] : []),
    ...(present?.nextOn
      ? [{ term: t('nextOn'), detail: t('until', { date: civilDay(present.nextOn, telling) }) }]
      : []),
    ...(parked
      ? [{ term: t('parked'), detail: t('parkedUntil', { date: civilDay(parked, telling) }) }]
      : []),
    ...pendingRequests(file).map((request) => {
      const entry = view.story.find((it) => it.seq === request.seq);
      const detail = entry ? factValues(entry, telling, story, words).detail : 'none';
      const dueAt = file.clocks.find((it) => it.requestId === request.id)?.dueAt;
      return {
        term: words(`request.${request.kind}`),
        detail: (
          <>
            {detail === 'none' ? t('asked') : detail}
            {dueAt && (
              <span className="meta block">
                {t('decideBy', { date: promisedMomentOf(dueAt, telling) })}
              </span>
            )}
          </>
        ),
      };
    }),
  ];
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="watch" className="mt-32">
      <h2 id="watch">{t('heading')}</h2>
      <div className="mt-12">
        <Facts side facts={facts} />
      </div>
    </section>
  );
}

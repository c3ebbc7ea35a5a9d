import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';

/** Who has it now, and through whose hands it came. */
export async function Holders({ view }: { view: CaseView }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('desk.holders'),
    getTranslations('words'),
    readerLocale(),
  ]);
  const { lead, story, file } = view;
  const sent = story.findLast((it) => it.verb === 'dispatch' || it.verb === 'redispatch');
  const person = (entry: typeof sent) =>
    entry?.by.kind === 'person' ? `${nameOf(entry.by.unit, locale)} ${entry.by.name}` : '';
  const facts = [
    {
      term: t('lead'),
      detail: lead
        ? `${nameOf(lead.unit, locale)} ${lead.person ?? t('nobodyYet')}`
        : t(file.appeal.status === 'filed' ? 'desk' : 'nobody'),
    },
    ...(person(sent) ? [{ term: t('sentBy'), detail: person(sent) }] : []),
    { term: t('urgency'), detail: words(`urgency.${file.appeal.urgency}`) },
  ];
  return (
    <section aria-labelledby="holders" className="mt-32">
      <h2 id="holders">{t('heading')}</h2>
      <div className="mt-12">
        <Facts side facts={facts} />
      </div>
    </section>
  );
}

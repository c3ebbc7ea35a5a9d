import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import type { Shared } from '@/lib/appeals/queries/shared';
import { fullDayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** What a stranger reads before joining: never a word of whoever filed it. */
export async function SharedFacts({ shared }: { shared: Shared }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('joining'),
    getTranslations('words'),
    tellingAt(shared.at),
  ]);
  return (
    <Facts
      side
      facts={[
        {
          term: t('category'),
          detail: nameOf(shared.category, telling.locale) || words('uncategorised'),
        },
        { term: t('place'), detail: shared.place ?? t('placeSecret') },
        { term: t('since'), detail: fullDayOf(shared.filedAt, telling) },
        { term: t('unit'), detail: nameOf(shared.unit, telling.locale) || t('desk') },
        { term: t('status'), detail: words(`residentStatus.${shared.status}`) },
        { term: t('people'), detail: t('peopleWords', { count: shared.people }) },
      ]}
    />
  );
}

import { Anchor } from '@/components/ui/anchor';
import { Part } from '@/components/ui/headings';
import type { Topic } from '@/lib/appeals/queries/front';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';

/** What people file about, each a way into the form; nothing where no category has been set up. */
export async function Topics({ topics }: { topics: readonly Topic[] }) {
  const [t, locale] = await Promise.all([getTranslations('front'), getLocale()]);
  if (topics.length === 0) return null;
  const counted = topics.some((it) => it.count !== null);
  return (
    <Part id="topics" heading={t('topics')} aside={t(counted ? 'topicsCounted' : 'topicsNote')}>
      <ul className="topics">
        {topics.map(({ id, name, nameEn, count }) => (
          <li key={id}>
            <Anchor href={`/file?category=${id}`}>
              {nameIn(locale, { name, nameEn })}
              {count !== null && <span>{t('count', { n: count })}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </Part>
  );
}

import { getTranslations } from 'next-intl/server';
import { Empty } from '@/components/ui/empty';
import { QuickLists } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import type { Found, Query } from '@/lib/appeals/queries/search';
import { LineRows } from './line-rows';
import { SearchFilters } from './search-filters';

interface SearchPageProps {
  query: Query;
  found: Found;
  /** Reads the whole loop: may choose among units. */
  office: boolean;
}

/** What is found, newest first; the question stays in the address. */
export async function SearchPage({ query, found, office }: SearchPageProps) {
  const t = await getTranslations('desk.search');
  const lines = found.ok ? found.lines : [];
  const older = found.ok ? found.older : null;
  const lists = [
    { words: t('all'), more: {}, current: !query.again && !query.overdue },
    { words: t('overdue'), more: { overdue: true }, current: query.overdue },
    { words: t('again'), more: { again: true }, current: query.again },
  ];
  return (
    <>
      <h1>{t('heading')}</h1>
      <SearchFilters
        query={query}
        units={office}
        problem={found.ok ? undefined : t('tooFewLetters')}
      />
      {office && (
        <QuickLists
          label={t('lists')}
          lists={lists.map(({ words, more, current }) => ({
            href: addressOf({ ...query, again: false, overdue: false, ...more }),
            words,
            current,
          }))}
        />
      )}
      <div className="mt-16">
        {found.ok && lines.length > 0 ? (
          <LineRows lines={lines} at={found.at} />
        ) : (
          <Empty kind="missing" heading={t(found.ok ? 'nothing' : 'notYet')}>
            <p className="quiet">{t('nothingNext')}</p>
          </Empty>
        )}
      </div>
      <Pager
        label={t('pages')}
        newer={query.after ? { href: addressOf(query), words: t('first') } : undefined}
        older={older ? { href: addressOf(query, older), words: t('older') } : undefined}
      />
    </>
  );
}

function addressOf(query: Query, after = ''): string {
  const asked = {
    words: query.words,
    status: query.status ?? '',
    category: query.categoryId ?? '',
    unit: query.unitId ?? '',
    more: query.again ? 'again' : query.overdue ? 'overdue' : '',
    after,
  };
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return given.length > 0 ? `/desk/search?${new URLSearchParams(given)}` : '/desk/search';
}

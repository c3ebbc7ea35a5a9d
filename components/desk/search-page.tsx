import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { QuickLists } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import type { Found, Query } from '@/lib/appeals/queries/search';
import { searchAddress } from '@/lib/desk/addresses';
import type { SavedFilter } from '@/lib/desk/saved-filters';
import { getTranslations } from '@/lib/i18n/words';
import { Keys } from './keys';
import { LineRows } from './line-rows';
import { SavedFilters } from './saved-filters';
import { SearchFilters } from './search-filters';

interface SearchPageProps {
  query: Query;
  found: Found;
  /** Reads the whole loop: may choose among units. */
  office: boolean;
  saved: readonly SavedFilter[];
  /** The reader's own lists are being put in order. */
  editing: boolean;
}

/** What is found, newest first; the question stays in the address. */
export async function SearchPage({ query, found, office, saved, editing }: SearchPageProps) {
  const [t, ages] = await Promise.all([
    getTranslations('desk.search'),
    getTranslations('desk.inbox.backlog'),
  ]);
  const here = { ...query, after: null };
  const asks = searchAddress(here).includes('?');
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
            href: searchAddress({ ...here, again: false, overdue: false, ...more }),
            words,
            current,
          }))}
        />
      )}
      {query.age && (
        <p className="mt-16">
          {ages('only', { age: ages(`age.${query.age}`) })}{' '}
          <Anchor href={searchAddress({ ...here, age: null })}>{ages('any')}</Anchor>
        </p>
      )}
      {(asks || saved.length > 0) && (
        <SavedFilters
          place="search"
          {...{ saved, editing }}
          here={searchAddress(here)}
          edit={searchAddress(here, { own: true })}
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
        newer={query.after ? { href: searchAddress(here), words: t('first') } : undefined}
        older={
          older ? { href: searchAddress(here, { after: older }), words: t('older') } : undefined
        }
      />
      {lines.length > 0 && <Keys />}
    </>
  );
}

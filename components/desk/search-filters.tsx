import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FieldError } from '@/components/ui/field';
import { FilterSearch, FilterSelect, Filters } from '@/components/ui/filters';
import { statuses } from '@/lib/appeals/lifecycle';
import { readCategories } from '@/lib/appeals/queries/choices';
import type { Query } from '@/lib/appeals/queries/search';
import { getTranslations } from '@/lib/i18n/words';
import { unitsOnPage } from './units-on-page';

type SearchFiltersProps = {
  query?: Pick<Query, 'words' | 'status' | 'categoryId' | 'unitId' | 'again' | 'overdue' | 'age'>;
  /** Offices choose among all units. */
  units?: boolean;
  /** What is wrong with the words. */
  problem?: string | undefined;
};

/** One GET form, with all there is to choose from. */
export async function SearchFilters({ query, units = false, problem }: SearchFiltersProps) {
  const [t, words, locale, categories, allUnits] = await Promise.all([
    getTranslations('desk.search'),
    getTranslations('words'),
    readerLocale(),
    readCategories(),
    units ? unitsOnPage() : [],
  ]);
  const all = { value: '', label: t('all') };
  const named = (it: { id: string; name: string; nameEn: string }) => ({
    value: it.id,
    label: nameOf(it, locale),
  });
  const more = query?.again ? 'again' : query?.overdue ? 'overdue' : '';
  return (
    <Filters action="/desk/search" label={t('label')} submit={t('submit')}>
      {problem ? (
        <div>
          <label htmlFor="filter-words">{t('words')}</label>
          <FieldError id="filter-words-error">{problem}</FieldError>
          <input
            id="filter-words"
            name="words"
            type="search"
            defaultValue={query?.words}
            aria-invalid
            aria-describedby="filter-words-error"
          />
        </div>
      ) : (
        <FilterSearch name="words" label={t('words')} value={query?.words ?? ''} />
      )}
      <FilterSelect
        name="status"
        label={t('status')}
        value={query?.status ?? ''}
        options={[all, ...statuses.map((it) => ({ value: it, label: words(`status.${it}`) }))]}
      />
      <FilterSelect
        name="category"
        label={t('category')}
        value={query?.categoryId ?? ''}
        options={[all, ...categories.map(named)]}
      />
      {units ? (
        <FilterSelect
          name="unit"
          label={t('unit')}
          value={query?.unitId ?? ''}
          options={[all, ...allUnits.map(named)]}
        />
      ) : (
        <FilterSelect
          name="more"
          label={t('more')}
          value={more}
          options={[
            all,
            { value: 'overdue', label: t('overdue') },
            { value: 'again', label: t('again') },
          ]}
        />
      )}
      {units && more && <input type="hidden" name="more" value={more} />}
      {query?.age && <input type="hidden" name="age" value={query.age} />}
    </Filters>
  );
}

/** The search as it stands above the work of the day: words, status, and what is pressing. */
export async function InboxSearch() {
  const [t, words] = await Promise.all([
    getTranslations('desk.search'),
    getTranslations('words.status'),
  ]);
  const all = { value: '', label: t('all') };
  return (
    <Filters action="/desk/search" label={t('label')} submit={t('submit')}>
      <FilterSearch name="words" label={t('words')} />
      <FilterSelect
        name="status"
        label={t('status')}
        options={[all, ...statuses.map((it) => ({ value: it, label: words(it) }))]}
      />
      <FilterSelect
        name="more"
        label={t('more')}
        options={[
          all,
          { value: 'overdue', label: t('overdue') },
          { value: 'again', label: t('again') },
        ]}
      />
    </Filters>
  );
}

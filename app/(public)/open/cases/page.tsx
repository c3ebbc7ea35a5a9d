import type { Metadata } from 'next';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ResidentShell } from '@/components/resident/resident-shell';
import { ShownList } from '@/components/shown/shown-list';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { FilterSelect, Filters } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import { choicesShown, listShown, type Named } from '@/lib/publication/read-shown';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shown');
  return {
    title: t('title'),
    alternates: { types: { 'application/atom+xml': '/open/cases/atom' } },
  };
}

/** Cases whose filers agreed, in words that were checked. */
export default async function ShownCasesPage({ searchParams }: { searchParams: PageParams }) {
  const [t, locale, params, choices] = await Promise.all([
    getTranslations('shown'),
    readerLocale(),
    searchParams,
    choicesShown(),
  ]);
  const asked = (name: string) => {
    const id = firstParam(params[name]);
    return isId(id) ? id : undefined;
  };
  const query = { category: asked('category'), area: asked('area') };
  const after = readPageKey(firstParam(params.after));
  const { cases, older } = await listShown(query, after);
  const here = (more: Record<string, string>) => {
    const kept = Object.entries({ ...query, ...more }).filter(([, value]) => value) as [
      string,
      string,
    ][];
    const search = new URLSearchParams(kept).toString();
    return search ? `/open/cases?${search}` : '/open/cases';
  };
  const options = (list: readonly Named[]) => [
    { value: '', label: t('every') },
    ...list.map((it) => ({ value: it.id, label: nameOf(it, locale) })),
  ];
  const feed = query.area ? `/open/cases/atom?area=${query.area}` : '/open/cases/atom';
  return (
    <ResidentShell>
      <h1>{t('title')}</h1>
      <p className="lead mt-8 mb-24">{t('lead')}</p>
      <Filters action="/open/cases" label={t('filters')} submit={t('filter')}>
        <FilterSelect
          name="category"
          label={t('category')}
          value={query.category}
          options={options(choices.categories)}
        />
        <FilterSelect
          name="area"
          label={t('area')}
          value={query.area}
          options={options(choices.areas)}
        />
      </Filters>
      <div className="mt-24">
        {cases.length > 0 ? (
          <ShownList cases={cases} />
        ) : (
          <Empty kind="missing" heading={t('none')}>
            <p className="quiet">{t('noneNext')}</p>
          </Empty>
        )}
      </div>
      <Pager
        label={t('pages')}
        newer={after ? { href: here({}), words: t('first') } : undefined}
        older={older ? { href: here({ after: older }), words: t('older') } : undefined}
      />
      <p className="alone mt-32">
        <Anchor href={feed} reload>
          {t('atom')}
        </Anchor>
      </p>
    </ResidentShell>
  );
}

import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ReadingRows } from '@/components/admin/reading-rows';
import { dateParam, firstParam, type PageParams } from '@/components/desk/page-params';
import { Empty } from '@/components/ui/empty';
import { FilterDate, FilterSelect, Filters } from '@/components/ui/filters';
import { Pager } from '@/components/ui/pager';
import { readPageKey, writePageKey } from '@/lib/appeals/queries/page-key';
import { type ReadingsAsked, readReaders, readReadings } from '@/lib/audit/read-readings';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { isId } from '@/lib/id';

const path = '/admin/readings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('readings');
  return { title: t('heading') };
}

/** Who read whose data, for whoever reads the logs. */
export default async function ReadingsPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('readings');
  const [t, readers, asked] = await Promise.all([
    getTranslations('readings'),
    readReaders(),
    searchParams,
  ]);
  const given = (name: string) => firstParam(asked[name]);
  const person = given('person');
  const filter: ReadingsAsked = {
    personId: isId(person) ? person : undefined,
    fromOn: dateParam(given('from')),
    untilOn: dateParam(given('until')),
  };
  const key = readPageKey(given('after'));
  const after = key?.at ? { at: key.at, id: key.id } : null;
  const page = await readReadings(actor, filter, after, civilZone());
  const here = (next?: string) => {
    const query = new URLSearchParams();
    const { personId, fromOn, untilOn } = filter;
    const sought = { person: personId, from: fromOn, until: untilOn, after: next };
    for (const [name, value] of Object.entries(sought)) if (value) query.set(name, value);
    return query.size > 0 ? `${path}?${query}` : path;
  };
  const people = readers.map((it) => ({ value: it.id, label: it.name }));
  return (
    <AdminFrame actor={actor} at="readings">
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8 max-w-measure">{t('lead')}</p>
      <Filters action={path} label={t('filter')} submit={t('show')}>
        <FilterSelect
          name="person"
          label={t('byPerson')}
          value={filter.personId ?? ''}
          options={[{ value: '', label: t('all') }, ...people]}
        />
        <FilterDate name="from" label={t('from')} value={filter.fromOn} />
        <FilterDate name="until" label={t('until')} value={filter.untilOn} />
      </Filters>
      {page.rows.length > 0 ? (
        <ReadingRows rows={page.rows} />
      ) : (
        <div className="mt-24">
          <Empty kind="missing" heading={t('none')}>
            <p className="quiet">{t('noneNext')}</p>
          </Empty>
        </div>
      )}
      <Pager
        label={t('pages')}
        newer={after ? { href: here(), words: t('newest') } : undefined}
        older={page.next ? { href: here(writePageKey(page.next)), words: t('older') } : undefined}
      />
    </AdminFrame>
  );
}

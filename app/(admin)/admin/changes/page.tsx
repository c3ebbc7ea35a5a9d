import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ChangeFilters } from '@/components/admin/change-filters';
import { ChangeRows } from '@/components/admin/change-rows';
import { dateParam, firstParam, type PageParams } from '@/components/desk/page-params';
import { Empty } from '@/components/ui/empty';
import { Pager } from '@/components/ui/pager';
import { readPageKey, writePageKey } from '@/lib/appeals/queries/page-key';
import { type ChangeFilter, readChangers, readChanges } from '@/lib/audit/read-changes';
import { subjects } from '@/lib/audit/record-change';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { isId } from '@/lib/id';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('heading') };
}

export default async function ChangesPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('changes');
  const [t, people, asked] = await Promise.all([
    getTranslations('audit'),
    readChangers(),
    searchParams,
  ]);
  const given = (name: string) => firstParam(asked[name]);
  const person = given('person');
  const filter: ChangeFilter = {
    subject: subjects.find((it) => it === given('subject')),
    personId: isId(person) ? person : undefined,
    fromOn: dateParam(given('from')),
    untilOn: dateParam(given('until')),
  };
  const key = readPageKey(given('after'));
  const after = key?.at ? { at: key.at, id: key.id } : null;
  const page = await readChanges(filter, after, civilZone());
  const here = (next?: string) => {
    const query = new URLSearchParams();
    const parts = {
      subject: filter.subject,
      person: filter.personId,
      from: filter.fromOn,
      until: filter.untilOn,
      after: next,
    };
    for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
    return query.size > 0 ? `/admin/changes?${query}` : '/admin/changes';
  };
  return (
    <AdminFrame actor={actor} at="changes">
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <ChangeFilters filter={filter} people={people} />
      {page.rows.length > 0 ? (
        <ChangeRows rows={page.rows} at={now()} />
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

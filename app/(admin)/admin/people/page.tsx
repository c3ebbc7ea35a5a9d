import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PeopleFilters, PeopleList } from '@/components/admin/people-list';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readPeople, readPeopleAsked } from '@/lib/people/read-people';
import { readTree } from '@/lib/units/read-units';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPeople');
  return { title: t('heading') };
}

/** Everybody who works here, and who did. */
export default async function PeopleListPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requirePower('people'), searchParams]);
  const given = Object.entries(params).map(([name, value]) => [name, firstParam(value)] as const);
  const asked = readPeopleAsked(Object.fromEntries(given));
  const [t, units, found] = await Promise.all([
    getTranslations('adminPeople'),
    readTree(),
    readPeople(asked),
  ]);
  return (
    <AdminFrame actor={actor} at="people">
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead', { count: found.total })}</p>
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/people/new">{t('add')}</LinkButton>
          <LinkButton href="/admin/import/people" kind="second">
            {t('import')}
          </LinkButton>
        </Buttons>
      </div>
      <PeopleFilters asked={asked} units={units} />
      <PeopleList asked={asked} people={found.people} more={found.more} />
    </AdminFrame>
  );
}

import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { SearchPage } from '@/components/desk/search-page';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { readFilters } from '@/lib/desk/saved-filters';
import { getTranslations } from '@/lib/i18n/words';
import { may } from '@/lib/people/actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.nav');
  return { title: t('search') };
}

export default async function FindPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  if (!may(actor, 'readAll') && !may(actor, 'handle') && !may(actor, 'interview')) notHere();
  const query = readQuery(params);
  const [found, saved] = await Promise.all([
    searchAppeals(actor, query),
    readFilters(actor, 'search'),
  ]);
  const editing = firstParam(params.own) === 'edit';
  return (
    <DeskFrame actor={actor} at="search">
      <SearchPage {...{ query, found, saved, editing }} office={may(actor, 'readAll')} />
    </DeskFrame>
  );
}

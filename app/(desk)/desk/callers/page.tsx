import type { Metadata } from 'next';
import { CallerPage } from '@/components/desk/caller-page';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { requireActor } from '@/lib/auth/session';
import { readSearch } from '@/lib/contacts/find-caller';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('callers');
  return { title: t('heading') };
}

/** Finding a caller by their telephone number. */
export default async function CallersPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requireActor('fileForCaller'), searchParams]);
  const search = firstParam(params.search);
  const found = search === undefined ? null : ((await readSearch(actor, search)) ?? 'gone');
  return (
    <DeskFrame actor={actor} at="callers">
      <CallerPage found={found} />
    </DeskFrame>
  );
}

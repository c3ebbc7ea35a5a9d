import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { NoticePage } from '@/components/desk/notice-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readNotices } from '@/lib/notices/staff-notices';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return { title: t('heading') };
}

export default async function NoticesPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const after = readPageKey(firstParam(params.after));
  const notices = await readNotices(actor, after);
  return (
    <DeskFrame actor={actor} at="notices">
      <NoticePage notices={notices} later={after !== null} />
    </DeskFrame>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DeskFrame } from '@/components/desk/desk-frame';
import { InboxPage } from '@/components/desk/inbox-page';
import { NewestPage } from '@/components/desk/newest-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Empty } from '@/components/ui/empty';
import { desks, desksOf, readInbox, readList } from '@/lib/appeals/queries/inbox';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { requireActor } from '@/lib/auth/session';
import { civilZone } from '@/lib/i18n/zone';
import { may } from '@/lib/people/actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.nav');
  return { title: t('today') };
}

/** What is to be done today, by what the person may do. */
export default async function DeskPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const mine = desksOf(actor);
  const desk = desks.find((it) => it === firstParam(params.desk) && mine.includes(it)) ?? mine[0];
  if (desk) {
    const list = readList(firstParam(params.list), desk, actor);
    const after = readPageKey(firstParam(params.after));
    const inbox = await readInbox(actor, desk, list, after, civilZone());
    return (
      <DeskFrame actor={actor} at="today">
        <InboxPage {...{ actor, desk, list, inbox }} later={after !== null} />
      </DeskFrame>
    );
  }
  if (may(actor, 'measure')) redirect('/supervision');
  if (may(actor, 'answer')) {
    const after = readPageKey(firstParam(params.after));
    const found = await searchAppeals(actor, { ...readQuery({}), status: 'filed', after });
    return (
      <DeskFrame actor={actor} at="today">
        <NewestPage found={found} later={after !== null} />
      </DeskFrame>
    );
  }
  const t = await getTranslations('desk.noInbox');
  return (
    <DeskFrame actor={actor} at="today">
      <Empty kind="done" heading={t('heading')} level={1}>
        <p className="quiet">{t(may(actor, 'administer') ? 'administrator' : 'nobody')}</p>
      </Empty>
    </DeskFrame>
  );
}

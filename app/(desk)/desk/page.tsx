import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FactorNote } from '@/components/account/factor-note';
import { DeskFrame } from '@/components/desk/desk-frame';
import { InboxPage } from '@/components/desk/inbox-page';
import { NewestPage } from '@/components/desk/newest-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Empty } from '@/components/ui/empty';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { type Desk, desksOf, readList } from '@/lib/appeals/queries/inbox-lists';
import { hasOverview, readOverview } from '@/lib/appeals/queries/inbox-overview';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { may, type PersonActor } from '@/lib/people/actor';
import { mayAdminister } from '@/lib/people/powers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.nav');
  return { title: t('today') };
}

type Params = Awaited<PageParams>;

/** What is to be done today, by what the person may do. */
export default async function DeskPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const mine = desksOf(actor);
  const desk = mine.find((it) => it === firstParam(params.desk)) ?? mine[0];
  if (!desk) {
    return (
      <DeskFrame actor={actor} at="today">
        <FactorNote personId={actor.personId} />
        {await withoutDesk(actor, params)}
      </DeskFrame>
    );
  }
  return work(actor, desk, params, firstParam(params.desk) === undefined);
}

/** Opened without naming a desk, the day begins where something waits. */
async function work(
  actor: PersonActor,
  desk: Desk,
  params: Params,
  unnamed: boolean,
): Promise<React.ReactNode> {
  const list = readList(firstParam(params.list), desk, actor);
  const after = readPageKey(firstParam(params.after));
  const zone = civilZone();
  const inbox = await readInbox(actor, desk, list, after, zone);
  const busy = inbox.tallies.find((it) => it.total > 0);
  if (unnamed && inbox.total === 0 && busy) return work(actor, busy.desk, params, false);
  const overview = hasOverview(actor) ? await readOverview(actor, inbox.at, zone) : null;
  return (
    <DeskFrame actor={actor} at="today" unseen={inbox.unseen}>
      <FactorNote personId={actor.personId} />
      <InboxPage
        {...{ actor, desk, list, inbox, overview }}
        later={after !== null}
        editing={firstParam(params.own) === 'edit'}
      />
    </DeskFrame>
  );
}

/** Whoever has no desk: operators get what has just come in, others are led to where their work is. */
async function withoutDesk(actor: PersonActor, params: Params) {
  if (may(actor, 'answer')) {
    const after = readPageKey(firstParam(params.after));
    const found = await searchAppeals(actor, { ...readQuery({}), status: 'filed', after });
    return <NewestPage found={found} later={after !== null} />;
  }
  if (may(actor, 'measure')) redirect('/supervision');
  if (mayAdminister(actor, 'start')) redirect('/admin');
  const t = await getTranslations('desk.noInbox');
  return (
    <Empty kind="done" heading={t('heading')} level={1}>
      <p className="quiet">{t('nobody')}</p>
    </Empty>
  );
}

import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { NotGoneRows } from '@/components/admin/not-gone-rows';
import { NoticeChannels } from '@/components/admin/notice-channels';
import { PushPart } from '@/components/admin/push-part';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { readChannels } from '@/lib/notices/channel-state';
import { readNotGoneOut } from '@/lib/notices/not-gone-out';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminNotices');
  return { title: t('title') };
}

/** Whether residents hear of their cases: the ways there are, and what did not go out. */
export default async function NoticesPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('notices');
  const [t, { done }, { at, waiting, channels }, rows] = await Promise.all([
    getTranslations('adminNotices'),
    searchParams,
    readChannels(civilZone()),
    readNotGoneOut(actor),
  ]);
  const told = (['again', 'gone', 'pushOn', 'pushOff'] as const).find(
    (it) => it === firstParam(done),
  );
  return (
    <AdminFrame actor={actor} at="notices">
      {told && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`done.${told}`)}>
            <p>{t(`done.${told}Next`)}</p>
          </Notice>
        </div>
      )}
      <h1>{t('title')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <p className="mt-16">
        <Anchor href="/admin/notices/texts">{t('toTexts')}</Anchor>
      </p>
      <Part id="channels" heading={t('channels')} aside={t('waiting', { count: waiting })}>
        <NoticeChannels channels={channels} at={at} />
      </Part>
      <PushPart />
      <Part id="not-gone" heading={t('notGone')} aside={t('notGoneNote')}>
        {rows.length > 0 ? (
          <NotGoneRows rows={rows} at={at} />
        ) : (
          <Empty kind="done" heading={t('nothing')} level={3}>
            <p>{t('nothingNext')}</p>
          </Empty>
        )}
      </Part>
    </AdminFrame>
  );
}

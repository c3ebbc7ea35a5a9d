import { seeNotices } from '@/app/actions/notices';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Pager } from '@/components/ui/pager';
import { getTranslations } from '@/lib/i18n/words';
import type { Notices } from '@/lib/notices/staff-notices';
import { NoticeRows } from './notice-rows';

interface NoticePageProps {
  notices: Notices;
  /** Not the first page. */
  later: boolean;
}

/** What I and my unit were told, newest first; new ones stay marked until they are said to be seen. */
export async function NoticePage({ notices, later }: NoticePageProps) {
  const t = await getTranslations('notices');
  const { lines, older, unseen, at } = notices;
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {unseen && (
        <form action={seeNotices} className="mt-16">
          <input type="hidden" name="upTo" value={at.getTime()} />
          <Button>{t('see')}</Button>
        </form>
      )}
      <div className="mt-24">
        {lines.length > 0 ? (
          <NoticeRows lines={lines} at={at} />
        ) : (
          <Empty kind="done" heading={t('none')}>
            <p className="quiet">{t('noneNext')}</p>
          </Empty>
        )}
      </div>
      <Pager
        label={t('pages')}
        newer={later ? { href: '/desk/notices', words: t('first') } : undefined}
        older={older ? { href: `/desk/notices?after=${older}`, words: t('older') } : undefined}
      />
    </>
  );
}

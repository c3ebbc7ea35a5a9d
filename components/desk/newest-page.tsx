import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Pager } from '@/components/ui/pager';
import type { Found } from '@/lib/appeals/queries/search';
import { getTranslations } from '@/lib/i18n/words';
import { Keys } from './keys';
import { LineRows } from './line-rows';
import { InboxSearch } from './search-filters';

/** The operator's day: file, answer at once what can be answered, find what a caller asks about. */
export async function NewestPage({ found, later }: { found: Found; later: boolean }) {
  const t = await getTranslations('desk.newest');
  const lines = found.ok ? found.lines : [];
  const older = found.ok ? found.older : null;
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-4">{t('lead')}</p>
      <p className="mt-16">
        <LinkButton href="/desk/file">{t('file')}</LinkButton>
      </p>
      <InboxSearch />
      <h2 className="mt-32 mb-8">{t('waiting')}</h2>
      {found.ok && lines.length > 0 ? (
        <LineRows lines={lines} at={found.at} verb="answer" />
      ) : (
        <Empty kind="done" heading={t('empty')} level={3}>
          <p className="quiet">{t('emptyNext')}</p>
        </Empty>
      )}
      <Pager
        label={t('pages')}
        newer={later ? { href: '/desk', words: t('first') } : undefined}
        older={older ? { href: `/desk?after=${older}`, words: t('older') } : undefined}
      />
      {lines.length > 0 && <Keys />}
    </>
  );
}

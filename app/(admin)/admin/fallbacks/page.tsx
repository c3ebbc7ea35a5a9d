import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { FallbackForm } from '@/components/admin/fallback-form';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Notice } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readFallbacks } from '@/lib/installation/fallbacks';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminFallbacks');
  return { title: t('title') };
}

/** The two who take what everybody else is barred from. */
export default async function FallbacksPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('fallbacks');
  const [t, { people, trouble }, { done }] = await Promise.all([
    getTranslations('adminFallbacks'),
    readFallbacks(),
    searchParams,
  ]);
  return (
    <AdminFrame actor={actor} at="fallbacks">
      {firstParam(done) === 'named' && (
        <div className="mb-24">
          <Notice kind="calm" heading={t('done')}>
            <p>{t('doneNote')}</p>
          </Notice>
        </div>
      )}
      <h1>{t('title')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {trouble && (
        <div className="mt-24">
          <Notice kind="fault" heading={t(`trouble.${trouble}`)}>
            <p>{t('troubleNote')}</p>
          </Notice>
        </div>
      )}
      <FallbackForm place="admin" named={people.map((it) => it.id)} />
    </AdminFrame>
  );
}

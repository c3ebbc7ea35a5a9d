import type { Metadata } from 'next';
import { laterWords } from '@/components/filing/later-words';
import { OfflineForm } from '@/components/filing/offline-form';
import { NotOpenYet } from '@/components/resident/not-open-yet';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Dateline } from '@/components/shell/dateline';
import { readInstallation } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing.offline');
  return { title: t('heading'), robots: { index: false } };
}

/**
 * What a browser that was here before shows where there is no network: one page to write on, kept on this machine
 * and sent when there is one again. Nothing on it belongs to anybody.
 */
export default async function OfflinePage() {
  const [t, words, installation] = await Promise.all([
    getTranslations('filing.offline'),
    laterWords(),
    readInstallation(),
  ]);
  if (!installation.open) return <NotOpenYet phone={installation.phone} />;
  return (
    <ResidentShell full>
      <Dateline />
      <div className="wrap pt-24 pb-72">
        <h1>{t('heading')}</h1>
        <p className="lead mt-8">{t('lead')}</p>
        <OfflineForm words={words} />
        <noscript>
          <p>{t('noScript')}</p>
        </noscript>
      </div>
    </ResidentShell>
  );
}

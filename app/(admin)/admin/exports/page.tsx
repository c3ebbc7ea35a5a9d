import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ExportRows } from '@/components/supervision/export-rows';
import { requirePower } from '@/lib/auth/session';
import { readExports } from '@/lib/exports/read-exports';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports');
  return { title: t('ledger.all') };
}

/** Who took which tables as files, for whoever reads the logs and takes none. */
export default async function ExportLedgerPage() {
  const actor = await requirePower('exports');
  const [t, entries] = await Promise.all([getTranslations('exports'), readExports(actor)]);
  return (
    <AdminFrame actor={actor} at="exports">
      <h1>{t('ledger.all')}</h1>
      <p className="quiet mt-8 max-w-measure">{t('ledger.note')}</p>
      <ExportRows entries={entries} at={now()} />
    </AdminFrame>
  );
}

import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { ExportForm } from '@/components/supervision/export-form';
import { ExportRows } from '@/components/supervision/export-rows';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { BackLink } from '@/components/ui/headings';
import { isProofStale } from '@/lib/auth/fresh-proof';
import { requireActor, requireSession } from '@/lib/auth/session';
import { readExports } from '@/lib/exports/read-exports';
import { exportKinds, tables } from '@/lib/exports/tables';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { may } from '@/lib/people/actor';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports');
  return { title: t('heading') };
}

/** Tables as files, and who took which. */
export default async function ExportsPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const [actor, session] = await Promise.all([requireActor('measure'), requireSession()]);
  const [t, searched, entries] = await Promise.all([
    getTranslations('exports'),
    searchParams,
    readExports(actor),
  ]);
  const at = now();
  const { period } = readPlace(searched, at, civilZone());
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href="/supervision">{t('back')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8 max-w-measure">{t('lead')}</p>
      <ExportForm
        kinds={exportKinds.filter((it) => may(actor, tables[it].needs))}
        chosen={first(searched, 'kind')}
        format={first(searched, 'format')}
        period={period}
        problem={first(searched, 'problem')}
        stale={await isProofStale(session)}
      />
      <h2 className="mt-32">{t(may(actor, 'audit') ? 'ledger.all' : 'ledger.own')}</h2>
      <p className="quiet mt-8 max-w-measure">{t('ledger.note')}</p>
      <ExportRows entries={entries} at={at} />
    </DeskFrame>
  );
}

import type { Metadata } from 'next';
import { CallerSlip } from '@/components/desk/caller-slip';
import { DeskFrame } from '@/components/desk/desk-frame';
import { slipIsFor } from '@/components/desk/slip-is-for';
import { BackLink } from '@/components/ui/headings';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.slip');
  return { title: t('heading') };
}

/** What the caller takes home: number, promised date, the private link. */
export default async function SlipPage({ params }: { params: Promise<{ caseNumber: string }> }) {
  const [actor, { caseNumber }] = await Promise.all([requireActor('fileForCaller'), params]);
  const view = await viewCase(actor, caseNumber);
  if (!view || !slipIsFor(actor, view.file)) notHere();
  const t = await getTranslations('desk.slip');
  return (
    <DeskFrame actor={actor}>
      <div className="no-print">
        <BackLink href={`/appeals/${caseNumber}`}>{t('back')}</BackLink>
        <h1>{t('heading')}</h1>
        <p className="quiet mt-8 mb-24">{t('lead')}</p>
      </div>
      <CallerSlip view={view} />
    </DeskFrame>
  );
}

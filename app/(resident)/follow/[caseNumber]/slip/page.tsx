import type { Metadata } from 'next';
import { Slip } from '@/components/appeals/slip';
import { ownCase } from '@/components/resident/own-case';
import { PrintButton } from '@/components/resident/print-button';
import { ResidentShell } from '@/components/resident/resident-shell';
import { WithoutLink } from '@/components/resident/without-link';
import { BackLink } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';

type SlipPageProps = { params: Promise<{ caseNumber: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt');
  return { title: t('slipTitle'), robots: { index: false } };
}

export default async function SlipPage({ params }: SlipPageProps) {
  const own = await ownCase((await params).caseNumber);
  if (!own) return <WithoutLink />;
  const t = await getTranslations('receipt');
  return (
    <ResidentShell>
      <div className="no-print mb-24">
        <BackLink href={`/follow/${own.view.file.appeal.caseNumber}`}>{t('slipBack')}</BackLink>
        <h1>{t('slipHeading')}</h1>
        <p className="lead mt-8 mb-24">{t('slipLead')}</p>
        <PrintButton words={t('printNow')} byHand={t('printByHand')} />
      </div>
      <Slip view={own.view} voice={own.voice} />
    </ResidentShell>
  );
}

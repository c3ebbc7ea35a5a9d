import type { Metadata } from 'next';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { CasePrint } from '@/components/desk/case-print';
import { DeskFrame } from '@/components/desk/desk-frame';
import { PrintButton } from '@/components/resident/print-button';
import { BackLink } from '@/components/ui/headings';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readUnit } from '@/lib/appeals/queries/choices';
import { readVerdicts } from '@/lib/appeals/queries/verdicts';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

interface PrintProps {
  params: Promise<{ caseNumber: string }>;
}

export async function generateMetadata({ params }: PrintProps): Promise<Metadata> {
  const [t, { caseNumber }] = await Promise.all([getTranslations('print'), params]);
  return { title: t('title', { number: caseNumber.slice(0, 20) }) };
}

/** The case file for paper. */
export default async function PrintPage({ params }: PrintProps) {
  const [actor, { caseNumber }] = await Promise.all([requireActor(), params]);
  const view = await viewCase(actor, caseNumber);
  if (!view) notHere();
  const [t, locale, unit, verdicts] = await Promise.all([
    getTranslations('print'),
    readerLocale(),
    readUnit(actor.unitId),
    readVerdicts(actor, view.file),
  ]);
  return (
    <DeskFrame actor={actor}>
      <div className="no-print mb-24">
        <BackLink href={`/appeals/${caseNumber}`}>{t('back')}</BackLink>
        <p className="quiet mb-16">{t('lead')}</p>
        <PrintButton words={t('print')} byHand={t('byHand')} />
      </div>
      <CasePrint actor={actor} unit={nameOf(unit, locale)} view={view} verdicts={verdicts} />
    </DeskFrame>
  );
}

import type { Metadata } from 'next';
import { CallerSlip } from '@/components/desk/caller-slip';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { joinedSlips, slipIsFor } from '@/components/desk/slip-is-for';
import { BackLink } from '@/components/ui/headings';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.slip');
  return { title: t('heading') };
}

interface SlipPageProps {
  params: Promise<{ caseNumber: string }>;
  searchParams: PageParams;
}

/** What the caller takes home: number, promised date, the private link. */
export default async function SlipPage({ params, searchParams }: SlipPageProps) {
  const [actor, { caseNumber }, asked] = await Promise.all([
    requireActor('fileForCaller'),
    params,
    searchParams,
  ]);
  const view = await viewCase(actor, caseNumber);
  const voiceId = firstParam(asked.voice);
  if (!view) notHere();
  if (voiceId ? !joinedSlips(actor, view).includes(voiceId) : !slipIsFor(actor, view.file))
    notHere();
  const t = await getTranslations('desk.slip');
  return (
    <DeskFrame actor={actor}>
      <div className="no-print">
        <BackLink href={`/appeals/${caseNumber}`}>{t('back')}</BackLink>
        <h1>{t('heading')}</h1>
        <p className="quiet mt-8 mb-24">{t('lead')}</p>
      </div>
      <CallerSlip view={view} {...(voiceId ? { voiceId } : {})} />
    </DeskFrame>
  );
}

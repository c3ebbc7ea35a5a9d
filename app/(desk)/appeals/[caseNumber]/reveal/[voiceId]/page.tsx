import type { Metadata } from 'next';
import { CaseKicker } from '@/components/desk/case-kicker';
import { DeskFrame } from '@/components/desk/desk-frame';
import { RevealPart } from '@/components/desk/reveal-part';
import { BackLink } from '@/components/ui/headings';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { mayReveal } from '@/lib/contacts/reveal';
import { getTranslations } from '@/lib/i18n/words';

interface RevealProps {
  params: Promise<{ caseNumber: string; voiceId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reveal');
  return { title: t('heading') };
}

/** A number is shown once, for a reason that the resident can read. */
export default async function RevealPage({ params }: RevealProps) {
  const [actor, { caseNumber, voiceId }] = await Promise.all([requireActor('reveal'), params]);
  const view = await viewCase(actor, caseNumber);
  if (!view || !mayReveal(actor, view.file, voiceId)) notHere();
  const [t, back] = await Promise.all([getTranslations('reveal'), getTranslations('desk.step')]);
  return (
    <DeskFrame actor={actor}>
      <BackLink href={`/appeals/${caseNumber}`}>{back('back')}</BackLink>
      <CaseKicker view={view} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <RevealPart caseNumber={caseNumber} voiceId={voiceId} />
    </DeskFrame>
  );
}

import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { LetterPage } from '@/components/desk/letter-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { readLetter } from '@/lib/notices/by-letter';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('paperLetter');
  return { title: t('title') };
}

interface PaperLetterPageProps {
  params: Promise<{ caseNumber: string }>;
  searchParams: PageParams;
}

/** The latest news for a resident whom it reached by no way, on paper. */
export default async function PaperLetterPage({ params, searchParams }: PaperLetterPageProps) {
  const [actor, { caseNumber }, asked] = await Promise.all([requireActor(), params, searchParams]);
  const voiceId = firstParam(asked.voice) ?? '';
  const printed = await readLetter(actor, caseNumber, voiceId, civilZone());
  if (!printed) notHere();
  return (
    <DeskFrame actor={actor}>
      <LetterPage actor={actor} caseNumber={caseNumber} voiceId={voiceId} printed={printed} />
    </DeskFrame>
  );
}

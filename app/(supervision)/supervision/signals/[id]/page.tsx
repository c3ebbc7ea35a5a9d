import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { SignalPage } from '@/components/supervision/signal-page';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { readSignal } from '@/lib/detectors/signals';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signals');
  return { title: t('one') };
}

/** One signal: what it says, the cases behind it, what somebody found. */
export default async function OneSignalPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('measure');
  const found = await readSignal(actor, (await params).id);
  if (!found) notHere();
  return (
    <DeskFrame actor={actor} at="measures">
      <SignalPage {...found} at={now()} />
    </DeskFrame>
  );
}

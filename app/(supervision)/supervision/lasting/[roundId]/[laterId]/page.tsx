import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { PairPage } from '@/components/supervision/pair-page';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readPair } from '@/lib/lasting/strike';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const l = await getTranslations('lasting.pair');
  return { title: l('title') };
}

type Params = { params: Promise<{ roundId: string; laterId: string }> };

/** An answer, a case that came after it, and what people said of the two. */
export default async function OnePairPage({ params }: Params) {
  const [actor, { roundId, laterId }] = await Promise.all([requireActor('measure'), params]);
  const pair = await readPair(actor, roundId, laterId);
  if (!pair) notHere();
  return (
    <DeskFrame actor={actor} at="measures">
      <PairPage pair={pair} at={now()} />
    </DeskFrame>
  );
}

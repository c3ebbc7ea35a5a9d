import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { ShowingsPage } from '@/components/desk/showings-page';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { looksAtShowings, readToLookAt } from '@/lib/publication/to-look-at';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shown.desk');
  return { title: t('title') };
}

/** What residents agreed to publish and nobody has looked at. */
export default async function ShowingsToLookAtPage() {
  const actor = await requireActor();
  if (!looksAtShowings(actor)) notHere();
  return (
    <DeskFrame actor={actor}>
      <ShowingsPage waiting={await readToLookAt(actor)} />
    </DeskFrame>
  );
}

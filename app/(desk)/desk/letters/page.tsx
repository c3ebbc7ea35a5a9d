import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { NotToldPage } from '@/components/desk/not-told-page';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readNotTold } from '@/lib/notices/by-letter';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('paperLetter.list');
  return { title: t('title') };
}

/** Residents whom the latest news reached by no way and as no letter. */
export default async function LettersPage() {
  const actor = await requireActor('fileForCaller');
  return (
    <DeskFrame actor={actor}>
      <NotToldPage rows={await readNotTold(actor)} />
    </DeskFrame>
  );
}

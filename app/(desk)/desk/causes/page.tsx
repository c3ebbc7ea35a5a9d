import type { Metadata } from 'next';
import { CausesPage } from '@/components/desk/causes-page';
import { DeskFrame } from '@/components/desk/desk-frame';
import { ownsCauses, readCauses } from '@/lib/appeals/queries/causes';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('causes');
  return { title: t('heading') };
}

/** What lies with the reader's unit though others lead the cases. */
export default async function OwnCausesPage() {
  const actor = await requireActor();
  if (!ownsCauses(actor)) notHere();
  const { at, causes } = await readCauses(actor);
  return (
    <DeskFrame actor={actor}>
      <CausesPage causes={causes} at={at} />
    </DeskFrame>
  );
}

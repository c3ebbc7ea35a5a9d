import type { Metadata } from 'next';
import { showTaken } from '@/app/actions/photos';
import { DeskFrame } from '@/components/desk/desk-frame';
import { SealedPart } from '@/components/desk/reveal-part';
import { PhotoHead } from '@/components/photos/photo-head';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { checkedPhoto } from '@/lib/photos/checked';

interface TakenProps {
  params: Promise<{ caseNumber: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('photoCheck.takenPage');
  return { title: t('heading') };
}

/** When and where a picture was taken, as the camera says: shown once, for a reason that is kept. */
export default async function TakenPage({ params }: TakenProps) {
  const [actor, { caseNumber, id }] = await Promise.all([requireActor(), params]);
  const found = await checkedPhoto(actor, caseNumber, id);
  if (!found?.photo.evidence) notHere();
  const t = await getTranslations('photoCheck.takenPage');
  return (
    <DeskFrame actor={actor}>
      <PhotoHead
        caseNumber={caseNumber}
        photo={found.photo}
        heading={t('heading')}
        lead={t('lead')}
      />
      <SealedPart
        action={showTaken.bind(null, caseNumber, id)}
        namespace="photoCheck.takenPage"
        terms={['takenAt', 'place']}
      />
    </DeskFrame>
  );
}

import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import type { PageParams } from '@/components/desk/page-params';
import { PreviewPage } from '@/components/photos/preview-page';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { blocksIn } from '@/lib/photos/blocks';
import { checkedPhoto } from '@/lib/photos/checked';

interface PreviewProps {
  params: Promise<{ caseNumber: string; id: string }>;
  searchParams: PageParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('photoCheck');
  return { title: t('previewTitle') };
}

/** The picture as everybody would see it, and the last question before they may. */
export default async function ReleasePreviewPage({ params, searchParams }: PreviewProps) {
  const [actor, { caseNumber, id }, asked] = await Promise.all([
    requireActor(),
    params,
    searchParams,
  ]);
  const found = await checkedPhoto(actor, caseNumber, id);
  const open = found?.photo.showable && !found.photo.goneAt;
  const blocks = open ? blocksIn(asked, found.photo) : null;
  if (!found || !blocks) notHere();
  return (
    <DeskFrame actor={actor}>
      <PreviewPage caseNumber={caseNumber} photo={found.photo} blocks={blocks} />
    </DeskFrame>
  );
}

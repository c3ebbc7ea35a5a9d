import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { CheckPage } from '@/components/photos/check-page';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { blocksIn } from '@/lib/photos/blocks';
import { checkedPhoto } from '@/lib/photos/checked';

interface ReleaseProps {
  params: Promise<{ caseNumber: string; id: string }>;
  searchParams: PageParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('photoCheck');
  return { title: t('title') };
}

/** One picture, before anybody else may see it: what is covered, and whether it is shown at all. */
export default async function ReleasePage({ params, searchParams }: ReleaseProps) {
  const [actor, { caseNumber, id }, asked] = await Promise.all([
    requireActor(),
    params,
    searchParams,
  ]);
  const found = await checkedPhoto(actor, caseNumber, id);
  if (!found) notHere();
  const blocks = blocksIn(asked, found.photo) ?? { across: 12, cells: [] };
  return (
    <DeskFrame actor={actor}>
      <CheckPage
        caseNumber={caseNumber}
        photo={found.photo}
        blocks={blocks}
        at={found.at}
        done={firstParam(asked.done)}
      />
    </DeskFrame>
  );
}

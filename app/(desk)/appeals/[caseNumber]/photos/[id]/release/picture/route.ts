import { currentActor } from '@/lib/auth/session';
import { coveredAnswer, releasedAnswer } from '@/lib/photos/answer';
import { blocksIn } from '@/lib/photos/blocks';
import { checkedPhoto } from '@/lib/photos/checked';
import { releasedPhotosOf } from '@/lib/photos/released';

type Place = { params: Promise<{ caseNumber: string; id: string }> };

/** For whoever checks it: the picture with the blocks that the address names, or as it is released (`standing`). */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const [actor, { caseNumber, id }] = await Promise.all([currentActor(), params]);
  const found = actor && (await checkedPhoto(actor, caseNumber, id));
  if (!found) return releasedAnswer(null);
  const { searchParams } = new URL(request.url);
  if (searchParams.has('standing')) {
    const released = await releasedPhotosOf(found.file.appeal.id);
    return releasedAnswer(released.find((it) => it.photoId === id)?.id ?? null);
  }
  const { photo } = found;
  const given = {
    across: searchParams.get('across') ?? undefined,
    cell: searchParams.getAll('cell'),
  };
  return coveredAnswer(photo, photo.showable && !photo.goneAt ? blocksIn(given, photo) : null);
}

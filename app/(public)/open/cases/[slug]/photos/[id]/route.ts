import { releasedAnswer } from '@/lib/photos/answer';
import { releasedPhotosOf } from '@/lib/photos/released';
import { readShown } from '@/lib/publication/read-shown';

interface Params {
  params: Promise<{ slug: string; id: string }>;
}

/** A picture somebody has checked, of a case everybody may read; neither alone opens it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { slug, id } = await params;
  const shown = await readShown(slug);
  const released = shown ? await releasedPhotosOf(shown.appealId) : [];
  return releasedAnswer(released.find((it) => it.id === id)?.id ?? null);
}

import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import { photoAnswer, sizeIn } from '@/lib/photos/answer';
import { dropHeld, type Holder } from '@/lib/photos/held';
import type { PhotoProblem } from '@/lib/photos/kind';
import { type Received, receivePhotos } from '@/lib/photos/receive';
import { isFromHere } from '@/lib/presence/is-from-here';
import { minutesUntil } from './limiter';
import { holds, takePhotoTry } from './photo-holder';

/** Nothing is kept of it, also by whoever stands between. */
const bare = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store', ...headers } });

/**
 * Pictures sent, or one of them taken away again (`remove`). A page without scripts is led back to `home` or the
 * page beneath it that `back` names; a script is answered `{ lines: [{ name, problem }] }`, problem in words.
 */
export async function postPhotos(
  request: Request,
  holder: Holder | null,
  home: string,
): Promise<Response> {
  if (!isFromHere(request.headers)) return bare(403);
  if (!holder) return bare(404);
  const { searchParams } = new URL(request.url);
  const back = searchParams.get('back') ?? home;
  const ours = /^[\w/-]+$/.test(back) && (back === home || back.startsWith(`${home}/`));
  const page = ours ? back : home;
  const remove = searchParams.get('remove');
  if (remove) {
    if (isId(remove)) await dropHeld(holder, remove);
    return bare(303, { Location: `${page}#photos` });
  }
  const allowed = await takePhotoTry(request.headers);
  const lines: Received[] = allowed.ok
    ? ((await receivePhotos(request, holder)) ?? [problemLine('photoTooLarge')])
    : [problemLine('photoTooOften')];
  const retry = allowed.ok ? 60 : minutesUntil(allowed.until) * 60;
  if (request.headers.get('accept') === 'application/json') return inWords(lines, retry);
  const problem = lines.find((it) => it.problem)?.problem;
  return bare(303, { Location: `${page}${problem ? `?photo=${problem}` : ''}#photos` });
}

const problemLine = (problem: PhotoProblem): Received => ({ name: '', photo: null, problem });

/** What can be tried again later, and says so by its status too; what is wrong with a file stays so. */
const later: Partial<Record<PhotoProblem, number>> = {
  photoTooOften: 429,
  photoBusy: 503,
  photoStore: 503,
};

/** @param retry seconds after which what is only now not possible may be tried again. */
async function inWords(lines: readonly Received[], retry: number): Promise<Response> {
  const t = await getTranslations('photos.problems');
  const status = lines.map(({ problem }) => problem && later[problem]).find(Boolean);
  return Response.json(
    { lines: lines.map(({ name, problem }) => ({ name, problem: problem && t(problem) })) },
    {
      status: status ?? 200,
      headers: { 'Cache-Control': 'no-store', ...(status && { 'Retry-After': `${retry}` }) },
    },
  );
}

/** One picture of those that are held: for the holder alone. */
export async function heldAnswer(
  request: Request,
  holder: Holder | null,
  id: string,
): Promise<Response> {
  const own = isId(id) && (await holds(holder, id));
  return photoAnswer(own ? id : null, sizeIn(request.url));
}

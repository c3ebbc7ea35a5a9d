import { autosaveStep } from '@/lib/auth/own-draft';
import { filingStep } from '@/lib/drafts/filing-steps';
import { entryOf, readForm } from '@/lib/forms';
import { isFromHere } from '@/lib/presence/is-from-here';

/** More than all answers of a page may have. */
const mostBytes = 64_000;

const answer = (status: number): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });

/** The answers of a page as they are being written → 204 once they are kept, 409 where the page is an old one. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers)) return answer(403);
  if (Number(request.headers.get('content-length') ?? mostBytes + 1) > mostBytes) {
    return answer(413);
  }
  const entries = await request.formData().then(readForm, () => null);
  const step = filingStep.safeParse(entries && entryOf(entries, 'keptStep'));
  const shown = entries && entryOf(entries, 'keptVersion');
  if (!entries || !step.success || !shown || !/^\d{1,6}$/.test(shown)) return answer(400);
  const { ok } = await autosaveStep(step.data, entries, Number(shown));
  return answer(ok ? 204 : 409);
}

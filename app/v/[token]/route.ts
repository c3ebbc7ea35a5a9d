import { isForgotten, readLinkToken } from '@/lib/auth/link-token';
import { rememberVoice } from '@/lib/auth/voices';

/**
 * The private link: swapped for a cookie and a clean address, so that the key stands in no history, no
 * referrer and no screenshot. It changes nothing, however often a browser or a preview fetches it.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  const voice = await readLinkToken(token);
  if (!voice) return goTo((await isForgotten(token)) ? '/v/gone' : '/v/lost');
  await rememberVoice(voice.caseNumber, voice.voiceId, voice.generation);
  return goTo(`/follow/${voice.caseNumber}`);
}

/** A bare path: behind a proxy the address seen here is not the public one. */
const goTo = (path: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: path, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
  });

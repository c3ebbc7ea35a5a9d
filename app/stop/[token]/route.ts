import { readUnsubscribeToken } from '@/lib/auth/share-token';
import { stopLetters } from '@/lib/notices/voice-choice';

interface Context {
  params: Promise<{ token: string }>;
}

/** Opened by a reader, or by a scanner that opens every address: asks first, changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return goTo(`/stop/${encodeURIComponent((await params).token)}/ask`);
}

/**
 * Ends the letters about one case. A mail program sends `List-Unsubscribe=One-Click` and follows no redirect
 * (RFC 8058 §3.1); our own page sends nothing and is led back.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const voiceId = readUnsubscribeToken(token);
  const stopped = voiceId !== null && (await stopLetters(voiceId));
  const oneClick = (await request.text().catch(() => '')).includes('One-Click');
  if (oneClick) return new Response(null, { status: stopped ? 200 : 404 });
  return goTo(`/stop/${encodeURIComponent(token)}/ask${stopped ? '?done=1' : ''}`);
}

/** A bare path: behind a proxy the address seen here is not the public one. */
const goTo = (path: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: path, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
  });

import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy, freshNonce } from '@/lib/content-policy';

const header = 'Content-Security-Policy';

/** Gives each page its policy. Decides nothing about who may see what: that is the data layer's. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentPolicy(freshNonce(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next reads the nonce out of the request's policy and puts it on its own scripts.
  headers.set(header, policy);
  // Server components cannot ask where they are; signing in leads back there.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(header, policy);
  return response;
}

export const config = {
  // Route handlers under /api read streamed bodies, which a proxy would cut at 10 MB.
  matcher: ['/((?!api/|_next/static/|icon\\.svg$|favicon\\.ico$).*)'],
};

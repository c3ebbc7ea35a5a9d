import { headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import { pathOfReferrer, sameSitePath } from '@/lib/i18n/same-site';

/** Leads to `back`, a path of this site; without one, to the page one came from. */
export async function goBack(request: NextRequest): Promise<Response> {
  const head = await headers();
  const back =
    sameSitePath(request.nextUrl.searchParams.get('back')) ??
    pathOfReferrer(head.get('referer'), head.get('host')) ??
    '/';
  // A bare path: behind a proxy the address seen here is not the public one.
  return new Response(null, {
    status: 303,
    headers: { Location: back, 'Cache-Control': 'no-store' },
  });
}

import { cookies, headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import { isLocale, localeCookie } from '@/lib/i18n/locale';
import { pathOfReferrer, sameSitePath } from '@/lib/i18n/same-site';

const oneYear = 365 * 24 * 60 * 60;

/** `GET /language?to=en&back=/path`: keeps the wish and goes back; without `back`, to the page one came from. */
export async function GET(request: NextRequest): Promise<Response> {
  const wish = request.nextUrl.searchParams.get('to');
  const head = await headers();
  if (isLocale(wish)) {
    (await cookies()).set(localeCookie, wish, { path: '/', sameSite: 'lax', maxAge: oneYear });
  }
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

import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { isLocale, localeCookie } from '@/lib/i18n/locale';
import { goBack, keptFor } from './go-back';

/** `GET /language?to=en&back=/path`: keeps the wish and goes back; without `back`, to the page one came from. */
export async function GET(request: NextRequest): Promise<Response> {
  const wish = request.nextUrl.searchParams.get('to');
  if (isLocale(wish)) {
    (await cookies()).set(localeCookie, wish, { path: '/', sameSite: 'lax', maxAge: keptFor });
  }
  return goBack(request);
}

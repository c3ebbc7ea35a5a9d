import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { goBack, keptFor } from '@/app/language/go-back';
import { readTextSize } from '@/lib/i18n/text-size';
import { textSizeCookie } from '@/lib/i18n/text-size-cookie';

/** `GET /large?to=24`: large pages in that size of text; `to=normal`: as for everybody. Then back, as with languages. */
export async function GET(request: NextRequest): Promise<Response> {
  const wish = request.nextUrl.searchParams.get('to');
  const size = readTextSize(wish);
  const jar = await cookies();
  if (size) {
    jar.set(textSizeCookie, String(size), { path: '/', sameSite: 'lax', maxAge: keptFor });
  } else if (wish === 'normal') {
    jar.delete(textSizeCookie);
  }
  return goBack(request);
}

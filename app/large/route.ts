import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { goBack } from '@/app/language/go-back';
import { choiceCookie, choiceOptions } from '@/lib/i18n/choice-cookie';
import { readTextSize } from '@/lib/i18n/text-size';
import { textSizeCookie } from '@/lib/i18n/text-size-cookie';

/** `GET /large?to=24`: large pages in that size of text; `to=normal`: as for everybody. Then back, as with languages. */
export async function GET(request: NextRequest): Promise<Response> {
  const wish = request.nextUrl.searchParams.get('to');
  const size = readTextSize(wish);
  const jar = await cookies();
  if (size) {
    jar.set(choiceCookie(textSizeCookie), String(size), choiceOptions());
  } else if (wish === 'normal') {
    jar.set(choiceCookie(textSizeCookie), '', { ...choiceOptions(), maxAge: 0 });
  }
  return goBack(request);
}

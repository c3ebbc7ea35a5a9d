import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { choiceCookie, choiceOptions } from '@/lib/i18n/choice-cookie';
import { isLocale, localeCookie } from '@/lib/i18n/locale';
import { goBack } from './go-back';

/** `GET /language?to=en&back=/path`: keeps the wish and goes back; without `back`, to the page one came from. */
export async function GET(request: NextRequest): Promise<Response> {
  const wish = request.nextUrl.searchParams.get('to');
  if (isLocale(wish)) {
    (await cookies()).set(choiceCookie(localeCookie), wish, choiceOptions());
  }
  return goBack(request);
}

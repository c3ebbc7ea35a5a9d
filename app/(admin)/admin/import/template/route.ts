import type { NextRequest } from 'next/server';
import { csvAnswer } from '@/lib/auth/csv-answer';
import { importKinds } from '@/lib/exchange/org/import';
import { templateOf } from '@/lib/exchange/org/template';
import { namesIn } from '@/lib/i18n/names';
import { getLocale } from '@/lib/i18n/words';

/** `GET /admin/import/template?of=units|people`: a table to fill in. */
export async function GET(request: NextRequest): Promise<Response> {
  const locale = await getLocale();
  const wanted = request.nextUrl.searchParams.get('of');
  const kind = importKinds.find((it) => it === wanted);
  if (!kind) return new Response(null, { status: 303, headers: { Location: '/not-here' } });
  return csvAnswer(kind, kind, async () => templateOf(kind, namesIn(locale)));
}

import type { NextRequest } from 'next/server';
import { currentActor } from '@/lib/auth/session';
import { importKinds } from '@/lib/exchange/org/import';
import { templateOf } from '@/lib/exchange/org/template';
import { getLocale } from '@/lib/i18n/words';
import { may } from '@/lib/people/actor';

/** `GET /admin/import/template?of=units|people`: a table to fill in. */
export async function GET(request: NextRequest): Promise<Response> {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()]);
  const wanted = request.nextUrl.searchParams.get('of');
  const kind = importKinds.find((it) => it === wanted);
  if (!kind || !actor || !may(actor, 'administer')) {
    return new Response(null, { status: 303, headers: { Location: '/not-here' } });
  }
  return new Response(templateOf(kind, locale === 'en' ? 'en' : 'zh'), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="huiyin-${kind}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

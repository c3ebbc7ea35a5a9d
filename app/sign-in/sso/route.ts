import type { NextRequest } from 'next/server';
import { beginSso, singleSignOn } from '@/lib/auth/sso';
import { sameSitePath } from '@/lib/i18n/same-site';
import { leadTo, toSignIn } from './lead-to';

/** `GET /sign-in/sso?back=/path`: leads to where the county signs its people in. Where there is no such place, neither is this. */
export async function GET(request: NextRequest): Promise<Response> {
  const house = singleSignOn();
  if (!house) return new Response(null, { status: 404 });
  const back = sameSitePath(request.nextUrl.searchParams.get('back'));
  const begun = await beginSso(house, back);
  return leadTo(begun.ok ? begun.address : toSignIn({ sso: begun.code, back }));
}

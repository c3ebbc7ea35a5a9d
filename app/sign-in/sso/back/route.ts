import type { NextRequest } from 'next/server';
import { homeAfterSignIn } from '@/lib/auth/home';
import { endSso, singleSignOn } from '@/lib/auth/sso';
import { leadTo, toSignIn } from '../lead-to';

/** Where the browser comes back to, with a code that is good once. It opens nothing for a browser that did not go. */
export async function GET(request: NextRequest): Promise<Response> {
  const house = singleSignOn();
  if (!house) return new Response(null, { status: 404 });
  const { back, ...came } = await endSso(house, request.nextUrl.searchParams);
  if (!came.ok) return leadTo(toSignIn({ sso: came.code, back }));
  if (came.awaits) return leadTo(toSignIn({ back }, '/second'));
  return leadTo(back ?? (await homeAfterSignIn()));
}

import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import { settings } from '@/lib/env';
import { cookieOptions, sessionCookieName, sessionSecret } from './session-cookie';

const csrfCookieName = () => `${sessionCookieName()}.csrf`;

/** What all ways of asking have in common. */
export const nextAuthBasics = () =>
  ({
    secret: sessionSecret(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
    },
  }) satisfies Partial<AuthOptions>;

/**
 * Has next-auth's own handler answer a form, in this process. Its address under /api is not opened: that would be
 * a second door, past the checks of ours. Where the form came from has been checked by whoever calls, so the pair
 * of token and cookie that next-auth asks for besides is made here and thrown away.
 *
 * @param way its action and the provider, such as `callback` and `staff`.
 */
export async function postToNextAuth(
  way: readonly [string, string],
  fields: Record<string, string>,
  options: AuthOptions,
): Promise<Response> {
  const jar = await cookies();
  const csrfToken = randomBytes(32).toString('hex');
  const seal = createHash('sha256')
    .update(csrfToken + sessionSecret())
    .digest('hex');
  jar.set(csrfCookieName(), `${csrfToken}|${seal}`, cookieOptions());
  const request = new NextRequest(addressOf(way), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken }),
  });
  const response = await NextAuth(request, { params: { nextauth: [...way] } }, options);
  jar.set(csrfCookieName(), '', { ...cookieOptions(), maxAge: 0 });
  return response;
}

/** The same for what a browser brings back from elsewhere in an address. */
export async function getFromNextAuth(
  way: readonly [string, string],
  query: URLSearchParams,
  options: AuthOptions,
): Promise<Response> {
  const request = new NextRequest(`${addressOf(way)}?${query}`);
  return NextAuth(request, { params: { nextauth: [...way] } }, options);
}

const addressOf = (way: readonly string[]): string =>
  `${settings().publicUrl}/api/auth/${way.join('/')}`;

/** What a cookie of this name is set to by an answer of its. */
export function cookieIn(response: Response, name: string): string | undefined {
  const start = `${name}=`;
  const line = response.headers.getSetCookie().find((it) => it.startsWith(start));
  return line?.slice(start.length).split(';')[0];
}

import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import { addressIn } from './address';
import { type Credentials, checkPassword, type Refused } from './check-password';
import { cookieOptions, sessionCookieName, sessionSeconds, sessionSecret } from './session-cookie';
import { openSession } from './session-rows';

const csrfCookieName = () => `${sessionCookieName()}.csrf`;

/**
 * How next-auth works here. The token it seals into the cookie carries nothing but the id of a Session
 * row: who that is and what they may do is asked of the database at every request.
 *
 * @param tell hears why somebody was refused; next-auth itself passes on only that they were.
 */
function authOptions(tell: (refused: Refused) => void): AuthOptions {
  const options = cookieOptions();
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: csrfCookieName(), options },
    },
    providers: [
      CredentialsProvider({
        id: 'staff',
        credentials: { login: {}, password: {} },
        async authorize(given, request) {
          const address = addressIn(request.headers?.['x-forwarded-for']);
          const { login = '', password = '' } = given ?? {};
          const checked = await checkPassword({ login, password, address });
          if (checked.ok) return { id: await openSession(checked.personId) };
          tell(checked);
          return null;
        },
      }),
    ],
    callbacks: { jwt: ({ token }) => ({ sub: token.sub }) },
    logger: { error: (code) => log.error({ code }, 'next-auth'), warn: () => {}, debug: () => {} },
  };
}

/**
 * Signs somebody in within a server action: the form works without JavaScript, and next-auth's own
 * handler checks the password and seals the cookie. Its address under /api is not opened: that would be
 * a second door, past the checks of the form. Next has already checked the form's origin, so the pair
 * of token and cookie that next-auth asks for besides is made here and thrown away.
 *
 * @returns null once the session's cookie is set.
 */
export async function signInWith({
  login,
  password,
}: Omit<Credentials, 'address'>): Promise<Refused | null> {
  const jar = await cookies();
  const csrfToken = randomBytes(32).toString('hex');
  const seal = createHash('sha256')
    .update(csrfToken + sessionSecret())
    .digest('hex');
  jar.set(csrfCookieName(), `${csrfToken}|${seal}`, cookieOptions());
  const outcome: { refused?: Refused } = {};
  const options = authOptions((refused) => {
    outcome.refused = refused;
  });
  const request = new NextRequest(`${settings().publicUrl}/api/auth/callback/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login, password, csrfToken }),
  });
  const params = { nextauth: ['callback', 'staff'] };
  const response: Response = await NextAuth(request, { params }, options);
  jar.set(csrfCookieName(), '', { ...cookieOptions(), maxAge: 0 });

  if (outcome.refused) return outcome.refused;
  const sealed = cookieIn(response, sessionCookieName());
  if (!sealed) throw new Error(`no session was made: ${response.headers.get('location')}`);
  jar.set(sessionCookieName(), sealed, { ...cookieOptions(), maxAge: sessionSeconds });
  return null;
}

function cookieIn(response: Response, name: string): string | undefined {
  const start = `${name}=`;
  const line = response.headers.getSetCookie().find((it) => it.startsWith(start));
  return line?.slice(start.length).split(';')[0];
}

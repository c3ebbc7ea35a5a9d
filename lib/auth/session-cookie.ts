import { decode } from 'next-auth/jwt';
import { isSecure } from './door';
import { keyFor } from './keys';

/** One working day; whoever stays longer signs in again. */
export const sessionSeconds = 12 * 60 * 60;

export const sessionSecret = (): string => keyFor('sessions').toString('base64url');

/** `__Host-` binds a cookie to this very host and to https; browsers refuse the name on plain http. */
export const sessionCookieName = (): string =>
  isSecure() ? '__Host-huiyin.session' : 'huiyin.session';

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const;

/** The id of the Session row a cookie stands for; null when it is not ours, altered or too old. */
export async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    return (await decode({ token: cookie, secret: sessionSecret() }))?.sub ?? null;
  } catch {
    return null;
  }
}

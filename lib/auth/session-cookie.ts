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

/**
 * Cookies opened lately and the rows they stand for, the oldest first. That such a row has not ended nor grown
 * too old is asked of the database every time: `liveSession`.
 */
const opened = new Map<string, string>();
const mostOpened = 2_000;

/** The id of the Session row a cookie stands for; null when it is not ours, altered or too old. */
export async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known) return known;
  try {
    const id = (await decode({ token: cookie, secret: sessionSecret() }))?.sub;
    if (!id) return null;
    const [oldest] = opened.keys();
    if (oldest && opened.size >= mostOpened) opened.delete(oldest);
    opened.set(cookie, id);
    return id;
  } catch {
    return null;
  }
}

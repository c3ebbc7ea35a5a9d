import { randomBytes } from 'node:crypto';
import { isSecure } from './door';
import { isOneOf, keyFor, keysFor, macOf } from './keys';

/**
 * A browser from which somebody has signed in keeps a mark of it, one for each login. It lets nobody in: it
 * only counts their tries apart, so that strangers who guess at a login cannot keep its owner out.
 */
export const deviceCookieName = (): string =>
  isSecure() ? '__Host-huiyin.device' : 'huiyin.device';

export const deviceSeconds = 180 * 24 * 60 * 60;

const nonceSigns = 16;
const mostMarks = 5;

const sealUnder = (key: Buffer, nonce: string, login: string): string =>
  macOf(key, `${nonce}\n${login}`).toString('base64url').slice(0, 22);

function isOf(mark: string, login: string): boolean {
  const nonce = mark.slice(0, nonceSigns);
  const wanted = keysFor('devices').map((key) => sealUnder(key, nonce, login));
  return isOneOf(mark.slice(nonceSigns), wanted);
}

const marksIn = (cookie: string | undefined): string[] =>
  (cookie ?? '').split('.').filter(Boolean).slice(0, mostMarks);

/** The device's own name for this login, or null where nobody has signed in by it from here. */
export function knownDevice(cookie: string | undefined, login: string): string | null {
  return (
    marksIn(cookie)
      .find((it) => isOf(it, login))
      ?.slice(0, nonceSigns) ?? null
  );
}

/** The cookie with this login in front; a computer many share keeps the latest five. */
export function withDevice(cookie: string | undefined, login: string): string {
  const marks = marksIn(cookie);
  const known = marks.find((it) => isOf(it, login));
  const nonce = known?.slice(0, nonceSigns) ?? randomBytes(12).toString('base64url');
  const own = nonce + sealUnder(keyFor('devices'), nonce, login);
  return [own, ...marks.filter((it) => it !== known)].slice(0, mostMarks).join('.');
}

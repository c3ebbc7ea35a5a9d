import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { secret, settings } from '@/lib/env';

export type Purpose =
  | 'contacts'
  | 'phone-lookup'
  | 'private-links'
  | 'sessions'
  | 'counters'
  | 'forms'
  | 'join-links'
  | 'offers'
  | 'unsubscribing'
  | 'entry-codes'
  | 'devices'
  | 'web-push'
  | 'seals'
  | 'identities'
  | 'traces';

const derived = new Map<string, Buffer>();

function keyOf(words: string, purpose: Purpose): Buffer {
  const name = `${purpose}\n${words}`;
  const known = derived.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', words, 'huiyin', purpose, 32));
  derived.set(name, key);
  return key;
}

/** One 256-bit key a purpose, all from HUIYIN_SECRET (HKDF-SHA-256, RFC 5869). */
export const keyFor = (purpose: Purpose): Buffer => keyOf(secret(), purpose);

/**
 * The key of now, and the one of HUIYIN_SECRET_BEFORE while it is set: for what was handed out or kept before the secret was
 * changed.
 */
export function keysFor(purpose: Purpose): readonly Buffer[] {
  const { secretBefore } = settings();
  const now = keyFor(purpose);
  return secretBefore ? [now, keyOf(secretBefore, purpose)] : [now];
}

/** HMAC-SHA-256 of a text. */
export const macOf = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** Whether it is one of these. All are compared, whichever it is, so that the time tells nothing. */
export function isOneOf(given: string, wanted: readonly string[]): boolean {
  const bytes = Buffer.from(given);
  const same = wanted.filter((it) => {
    const other = Buffer.from(it);
    return other.length === bytes.length && timingSafeEqual(bytes, other);
  });
  return same.length > 0;
}

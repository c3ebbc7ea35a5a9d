import { hkdfSync } from 'node:crypto';
import { secret } from '@/lib/env';

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

const derived = new Map<Purpose, Buffer>();

/** One 256-bit key a purpose, all from HUIYIN_SECRET (HKDF-SHA-256, RFC 5869). */
export function keyFor(purpose: Purpose): Buffer {
  const known = derived.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret(), 'huiyin', purpose, 32));
  derived.set(purpose, key);
  return key;
}

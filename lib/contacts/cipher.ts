import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { keyFor } from '@/lib/auth/keys';

/** Format byte, so that a later cipher can be told apart. */
const format = 1;

/**
 * AES-256-GCM, a fresh 96-bit nonce each time. `owner` is bound in as associated data: a value moved
 * to another person's row does not open.
 *
 * @param nonce given only where nothing may be random; it must never come again with another text.
 */
export function encrypt(plain: string, owner: string, nonce: Uint8Array = randomBytes(12)): string {
  const cipher = createCipheriv('aes-256-gcm', keyFor('contacts'), nonce);
  cipher.setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([format]), nonce, cipher.getAuthTag(), body]).toString(
    'base64',
  );
}

/** @throws when the key is another, the value was altered, or it belongs to another owner. */
export function decrypt(sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes[0] !== format) throw new Error('unknown cipher format');
  const opener = createDecipheriv('aes-256-gcm', keyFor('contacts'), bytes.subarray(1, 13));
  opener.setAAD(Buffer.from(owner));
  opener.setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([opener.update(bytes.subarray(29)), opener.final()]).toString('utf8');
}

/** Finds a phone or address without keeping it readable. */
export const lookupHash = (value: string): string =>
  createHmac('sha256', keyFor('phone-lookup')).update(value).digest('hex');

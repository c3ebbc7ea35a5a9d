import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor, keysFor, macOf } from '@/lib/auth/keys';
import { type ContactKey, currentKey, keysOfValue } from './contact-keys';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM, a fresh 96-bit nonce each time. `owner` is bound in as associated data: a value moved
 * to another person's row does not open. It begins with the name of its key, see `currentKey`.
 *
 * @param nonce given only where nothing may be random; it must never come again with another text.
 */
export function encrypt(
  plain: string,
  owner: string,
  nonce: Uint8Array = randomBytes(nonceBytes),
): string {
  const { head, key } = currentKey();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws when its key is not at hand, the value was altered, or it belongs to another owner. */
export function decrypt(sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const [first, ...others] = keysOfValue(bytes);
  if (!first) throw new Error('a value under a key that is not at hand');
  for (const other of others) {
    try {
      return openWith(other, bytes, owner);
    } catch {
      // What opens it, if anything does, is the first.
    }
  }
  return openWith(first, bytes, owner);
}

function openWith({ head, key }: ContactKey, bytes: Buffer, owner: string): string {
  const rest = bytes.subarray(head.length);
  const text = nonceBytes + tagBytes;
  const opener = createDecipheriv('aes-256-gcm', key, rest.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  opener.setAAD(Buffer.from(owner));
  opener.setAuthTag(rest.subarray(nonceBytes, text));
  return Buffer.concat([opener.update(rest.subarray(text)), opener.final()]).toString('utf8');
}

/** Finds a phone or address without keeping it readable. */
export const lookupHash = (value: string): string =>
  macOf(keyFor('phone-lookup'), value).toString('hex');

/** The hash of now, and the one of before the secret was changed while that secret is at hand. */
export const lookupHashes = (value: string): string[] =>
  keysFor('phone-lookup').map((key) => macOf(key, value).toString('hex'));

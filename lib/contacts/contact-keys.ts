import { hkdfSync } from 'node:crypto';
import { keyFor } from '@/lib/auth/keys';
import { settings } from '@/lib/env';

/** A key under which personal data is encrypted, and the bytes every value under it begins with. */
export interface ContactKey {
  head: Buffer;
  key: Buffer;
}

/** Format bytes: under what HUIYIN_SECRET makes; under a key of its own, whose name follows in five bytes. */
const ofTheSecret = 1;
const named = 2;
const nameBytes = 5;

const made = new Map<string, ContactKey>();

function keyFrom(words: string): ContactKey {
  const known = made.get(words);
  if (known) return known;
  const bytes = (info: string, length: number) =>
    Buffer.from(hkdfSync('sha256', words, 'huiyin', info, length));
  // The name is derived beside the key, and tells nothing of it.
  const head = Buffer.concat([Buffer.from([named]), bytes('contacts: name', nameBytes)]);
  const key: ContactKey = { head, key: bytes('contacts', 32) };
  made.set(words, key);
  return key;
}

const secretKey = (): ContactKey => ({
  head: Buffer.from([ofTheSecret]),
  key: keyFor('contacts'),
});

/** What is written from now on: of HUIYIN_CONTACT_KEY where it is set, else of HUIYIN_SECRET. */
export function currentKey(): ContactKey {
  const { contactKey } = settings();
  return contactKey ? keyFrom(contactKey) : secretKey();
}

/** The key a value names: the current one, HUIYIN_CONTACT_KEY_BEFORE or what HUIYIN_SECRET makes. */
export function keyOfValue(bytes: Buffer): ContactKey | undefined {
  const { contactKey, contactKeyBefore } = settings();
  const all = [contactKey, contactKeyBefore].flatMap((words) => (words ? [keyFrom(words)] : []));
  return [...all, secretKey()].find(({ head }) => bytes.subarray(0, head.length).equals(head));
}

/**
 * How the current key shows in base64: the first eight characters of each value. null where values are under what
 * HUIYIN_SECRET makes, which bear no name.
 */
export function currentMark(): string | null {
  return settings().contactKey ? currentKey().head.toString('base64') : null;
}

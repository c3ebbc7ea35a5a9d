import { hkdfSync } from 'node:crypto';
import { keyFor, keysFor } from '@/lib/auth/keys';
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

const underSecret = (key: Buffer): ContactKey => ({ head: Buffer.from([ofTheSecret]), key });

/** What is written from now on: of HUIYIN_CONTACT_KEY where it is set, else of HUIYIN_SECRET. */
export function currentKey(): ContactKey {
  const { contactKey } = settings();
  return contactKey ? keyFrom(contactKey) : underSecret(keyFor('contacts'));
}

/**
 * The keys a value may be under: the one it names, of HUIYIN_CONTACT_KEY or HUIYIN_CONTACT_KEY_BEFORE; where it names none what
 * HUIYIN_SECRET makes, or HUIYIN_SECRET_BEFORE.
 */
export function keysOfValue(bytes: Buffer): ContactKey[] {
  const { contactKey, contactKeyBefore } = settings();
  const all = [contactKey, contactKeyBefore].flatMap((words) => (words ? [keyFrom(words)] : []));
  return [...all, ...keysFor('contacts').map(underSecret)].filter(({ head }) =>
    bytes.subarray(0, head.length).equals(head),
  );
}

/**
 * How the current key shows in base64: the first eight characters of each value. null where values are under what
 * HUIYIN_SECRET makes, which bear no name.
 */
export function currentMark(): string | null {
  return settings().contactKey ? currentKey().head.toString('base64') : null;
}

import { commit } from '@/lib/appeals/event';
import { newSalt } from '@/lib/db/salt';
import { encrypt, lookupHash } from './cipher';

export interface Given {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/**
 * Tells whether two Voices are one person: the keyed hash of the telephone or, without one, of the address.
 * The same that is kept beside them.
 */
export function personKey({ phone, email }: Given): string | null {
  if (phone) return lookupHash(phone);
  return email ? lookupHash(email) : null;
}

/** Where what is random in sealing comes from. */
export interface Chance {
  salt(): string;
  /** For what is committed to so. */
  nonce(commitment: string): Uint8Array | undefined;
}

const atRandom: Chance = { salt: newSalt, nonce: () => undefined };

/** A voice's contact as it is kept, and what the log is bound to instead of it. */
export function sealContact(
  voiceId: string,
  { name, phone, email }: Given,
  chance: Chance = atRandom,
) {
  const salt = chance.salt();
  const commitments: { [field: string]: string } = {};
  const sealed = (field: keyof Given, value: string | undefined) => {
    if (!value) return null;
    const commitment = commit(salt, value);
    commitments[field] = commitment;
    return encrypt(value, voiceId, chance.nonce(commitment));
  };
  return {
    row: {
      voiceId,
      name: sealed('name', name),
      phone: sealed('phone', phone),
      email: sealed('email', email),
      phoneHash: phone ? lookupHash(phone) : null,
      emailHash: email ? lookupHash(email) : null,
      salt,
    },
    /** Personal data lies in Contact, not in Text: its commitments stand among the event's data. */
    commitments,
  };
}

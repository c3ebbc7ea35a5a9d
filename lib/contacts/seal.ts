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
  nonce(plain: string): Uint8Array | undefined;
}

const atRandom: Chance = { salt: newSalt, nonce: () => undefined };

/** A voice's contact as it is kept, and what the log is bound to instead of it. */
export function sealContact(
  voiceId: string,
  { name, phone, email }: Given,
  chance: Chance = atRandom,
) {
  const salt = chance.salt();
  const fields = { name, phone, email };
  const sealed = (value: string | undefined) =>
    value ? encrypt(value, voiceId, chance.nonce(value)) : null;
  const contacts = Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value ? [[field, commit(salt, value)]] : [],
    ),
  );
  return {
    row: {
      voiceId,
      name: sealed(name),
      phone: sealed(phone),
      email: sealed(email),
      phoneHash: phone ? lookupHash(phone) : null,
      emailHash: email ? lookupHash(email) : null,
      salt,
    },
    /** Personal data lies in Contact, not in Text: its commitments stand among the event's data. */
    commitments: contacts,
  };
}

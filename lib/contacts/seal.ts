import { commit } from '@/lib/appeals/event';
import { newSalt } from '@/lib/db/salt';
import { encrypt, lookupHash } from './cipher';

interface Given {
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

/** A voice's contact as it is kept, and what the log is bound to instead of it. */
export function sealContact(voiceId: string, { name, phone, email }: Given) {
  const salt = newSalt();
  const fields = { name, phone, email };
  const sealed = (value: string | undefined) => (value ? encrypt(value, voiceId) : null);
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

import { audienceOf } from '@/lib/appeals/audience';
import type { CaseFile } from '@/lib/appeals/case-file';
import { sees } from '@/lib/appeals/queries/visible';
import { db } from '@/lib/db/client';
import { type Actor, may } from '@/lib/people/actor';
import { decrypt } from './cipher';
import { maskEmail, maskName, maskPhone } from './mask';

export interface MaskedContact {
  name: string | null;
  phone: string | null;
  email: string | null;
  /** The resident asked that the unit not learn who they are. */
  secret: boolean;
}

/**
 * How to recognise a resident without learning how to reach them: `李*`, `138****5678`. A voice sees its
 * own. Of a voice that stays secret, whoever does not read the whole loop sees nothing but that.
 *
 * @returns null where the actor may not know even this, and where there is no such voice.
 */
export async function maskedContact(
  actor: Actor,
  file: CaseFile,
  voiceId: string,
): Promise<MaskedContact | null> {
  const voice = [...file.voices, ...file.merged.voices].find((it) => it.id === voiceId);
  if (!voice || !sees(actor, file)) return null;
  const own = actor.kind === 'voice' && actor.voiceId === voiceId;
  if (!own && !may(actor, 'reveal') && !may(actor, 'readAll')) return null;
  // A unit that was called helps the lead; how to reach the resident is no part of that.
  if (audienceOf(actor, file) === 'called') return null;
  const { secret } = voice;
  if (secret && !own && !may(actor, 'readAll')) {
    return { name: null, phone: null, email: null, secret };
  }
  const contact = await db().contact.findUnique({ where: { voiceId } });
  const masked = (sealed: string | null | undefined, mask: (plain: string) => string) =>
    sealed ? mask(decrypt(sealed, voiceId)) : null;
  return {
    name: masked(contact?.name, maskName),
    phone: masked(contact?.phone, maskPhone),
    email: masked(contact?.email, maskEmail),
    secret,
  };
}

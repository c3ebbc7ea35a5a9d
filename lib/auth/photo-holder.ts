import { readCaseNumber } from '@/lib/appeals/case-number';
import type { Entries } from '@/lib/forms';
import { isId } from '@/lib/id';
import type { PersonActor, VoiceActor } from '@/lib/people/actor';
import { type Holder, heldPhotos, type PhotosOfStep } from '@/lib/photos/held';
import { addressIn, networkOf } from './address';
import { counterKey } from './counter-key';
import { type Allowed, limit } from './limiter';
import { currentDraft } from './own-draft';
import { currentActor } from './session';
import { currentVoice } from './voices';

/** Whoever is writing a draft in this browser. */
export async function draftHolder(): Promise<Holder | null> {
  const draft = await currentDraft();
  return draft && !draft.filed ? `draft:${draft.id}` : null;
}

/** Whoever follows the case with their own link, or is at work on this one case. */
export const holderOf = (actor: VoiceActor | PersonActor, caseNumber: string): Holder =>
  actor.kind === 'voice' ? `voice:${actor.voiceId}` : `person:${actor.personId}:${caseNumber}`;

/** Whoever follows the case in this browser. */
export async function voiceHolder(caseNumber: string): Promise<Holder | null> {
  const voice = await currentVoice(caseNumber);
  return voice && holderOf(voice, caseNumber);
}

/**
 * Whoever is signed in, at work on this one case. Whether there is such a case, and what they may do with it, the
 * step says: a picture held for a number nobody has is forgotten.
 */
export async function personHolder(given: string): Promise<Holder | null> {
  const [actor, caseNumber] = [await currentActor(), readCaseNumber(given)];
  return actor && caseNumber ? holderOf(actor, caseNumber) : null;
}

/** What a form names of the pictures its sender holds. */
export function photosIn(entries: Entries, holder: Holder): PhotosOfStep {
  const named = entries.photos ?? [];
  return { holder, ids: (Array.isArray(named) ? named : [named]).filter(isId) };
}

export const holds = async (holder: Holder | null, id: string): Promise<boolean> =>
  holder !== null && (await heldPhotos(holder)).some((it) => it.id === id);

/** A hundred and twenty forms of pictures an hour from one place: a busy town, and no way to fill the disk. */
const place = limit('photo-place', 120, 60);

export const takePhotoTry = (headers: Pick<Headers, 'get'>): Promise<Allowed> => {
  const network = networkOf(addressIn(headers.get('x-forwarded-for')));
  return place.take(counterKey(network));
};

import { mintResident, type ResidentActor } from '@/lib/people/actor';
import { networkOf } from './address';
import { counterKey } from './counter-key';
import { type Allowed, limit } from './limiter';
import { readOfferToken, readShareToken } from './share-token';

/** Whoever comes to the front door without any proof: may file, sees nothing. */
export const mintForResident = (): ResidentActor => mintResident();

/** Whoever holds an appeal's join link: may join that one, and sees nothing of it. */
export function guestHolding(token: string): { actor: ResidentActor; appealId: string } | null {
  const appealId = readShareToken(token);
  return appealId ? { actor: mintResident(appealId), appealId } : null;
}

/** Whoever was offered an appeal that says the same: may join that one, and sees nothing of it. */
export function guestOffered(token: string): { actor: ResidentActor; appealId: string } | null {
  const appealId = readOfferToken(token);
  return appealId ? { actor: mintResident(appealId), appealId } : null;
}

/** Thirty joins an hour from one place: a whole building on one line, and too few to make up a crowd. */
const place = limit('join-place', 30, 60);

export const takeJoinTry = (address: string): Promise<Allowed> =>
  place.take(counterKey(networkOf(address)));

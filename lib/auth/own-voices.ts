import { readOwnCases } from '@/lib/appeals/queries/own-cases';
import { mintVoice, type VoiceActor } from '@/lib/people/actor';
import { counterKey } from './counter-key';
import { type Allowed, limit } from './limiter';

/** Whoever has proved that a telephone or address is theirs, in each case in which they left it. */
export async function ownVoices(contactHash: string): Promise<VoiceActor[]> {
  const cases = await readOwnCases(contactHash);
  return cases.map(({ voice, appealId }) => mintVoice(voice.id, appealId));
}

/** Twenty copies an hour: far more than anybody reads, too few to keep a server busy. */
const copies = limit('own-copy', 20, 60);

export const takeCopyTry = (who: string): Promise<Allowed> => copies.take(counterKey(who));

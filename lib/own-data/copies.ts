import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import type { VoiceActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';

/** How whoever asks has proved who they are: with the private link, or with a code to the telephone or address. */
export type Proof = 'link' | 'code';

/** Written before anything is given out, beside who else looked. */
export async function noteCopies(voices: readonly VoiceActor[], how: Proof): Promise<void> {
  const at = now();
  await db().ownCopy.createMany({
    data: voices.map(({ voiceId, appealId }) => ({ id: newId(), voiceId, appealId, how, at })),
  });
}

/** When this Voice was given a copy of what is kept of it, latest first. */
export async function copiesOf({ voiceId }: VoiceActor): Promise<Date[]> {
  const rows = await db().ownCopy.findMany({
    where: { voiceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { at: true },
  });
  return rows.map((it) => it.at);
}

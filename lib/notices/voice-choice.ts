import { db } from '@/lib/db/client';
import type { VoiceActor } from '@/lib/people/actor';
import { type Choice, channelFor, waysTo } from './channel';
import { type Reach, readReach } from './reach';

export interface OwnChoice {
  /** What may be chosen: by what they left and what is set up; none is always there. */
  open: Choice[];
  /** How they are told now. */
  now: Choice;
}

/** How a resident is told of their case, and how else they could be. */
export const readChoice = async ({ voiceId }: VoiceActor): Promise<OwnChoice> =>
  choiceIn(await readReach(voiceId));

export function choiceIn({ setUp, choice, ...left }: Reach): OwnChoice {
  const reachable = { ...left, devices: left.devices.length };
  const now = channelFor(reachable, choice, setUp);
  return {
    open: [...waysTo(reachable, setUp), 'none'],
    now: now === 'unwanted' || !now ? 'none' : now,
  };
}

/** A wish of the resident's own, beside the case: docs/decisions/0021. */
export async function choose({ voiceId }: VoiceActor, channel: Choice): Promise<void> {
  await put(voiceId, channel);
}

/** By the address in a letter: no more letters about this case. False where there is no such Voice. */
export async function stopLetters(voiceId: string): Promise<boolean> {
  if ((await db().voice.count({ where: { id: voiceId } })) === 0) return false;
  await put(voiceId, 'none');
  return true;
}

async function put(voiceId: string, channel: Choice): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "NoticeChoice" ("voiceId", channel, at)
    VALUES (${voiceId}::uuid, ${channel}, date_trunc('milliseconds', clock_timestamp()))
    ON CONFLICT ("voiceId") DO UPDATE SET channel = EXCLUDED.channel, at = EXCLUDED.at`;
}

/** The case whose letters an address ends. */
export async function caseOfLetters(voiceId: string): Promise<string | null> {
  const voice = await db().voice.findUnique({
    where: { id: voiceId },
    select: { appeal: { select: { caseNumber: true } } },
  });
  return voice?.appeal.caseNumber ?? null;
}

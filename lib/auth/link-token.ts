import { db } from '@/lib/db/client';
import { isOneOf, keyFor, keysFor, macOf } from './keys';

const tokenShape = /^[\w-]{44}$/;

/**
 * The token of a private link: the voice's id and 128 bits of HMAC-SHA-256 over id and generation.
 * Derived when it is needed and never stored; a raised generation revokes every link given out before.
 *
 * @returns 44 characters that may stand in an address.
 */
export const linkToken = (voiceId: string, generation: number): string =>
  tokenUnder(keyFor('private-links'), voiceId, generation);

function tokenUnder(key: Buffer, voiceId: string, generation: number): string {
  const id = Buffer.from(voiceId.replaceAll('-', ''), 'hex');
  const mac = macOf(key, `${voiceId.toLowerCase()} ${generation}`).subarray(0, 16);
  return id.toString('base64url') + mac.toString('base64url');
}

/** The links a voice of this generation may hold: of now, and of before the secret was changed. */
const tokensOf = (voiceId: string, generation: number): string[] =>
  keysFor('private-links').map((key) => tokenUnder(key, voiceId, generation));

export const privatePath = (voice: { id: string; generation: number }): string =>
  `/v/${linkToken(voice.id, voice.generation)}`;

export interface LinkedVoice {
  voiceId: string;
  appealId: string;
  caseNumber: string;
  generation: number;
}

interface Found {
  appealId: string;
  caseNumber: string;
  generation: number;
  left: boolean;
  erased: boolean;
}

/** In one statement, so that a voice there is takes no longer than one there is not. */
async function voiceNamedIn(voiceId: string): Promise<Found | undefined> {
  const [found] = await db().$queryRaw<Found[]>`
    SELECT v."appealId", a."caseNumber", v.generation, v."leftAt" IS NOT NULL AS left,
      a."contactsErasedAt" IS NOT NULL AS erased
    FROM "Voice" v JOIN "Appeal" a ON a.id = v."appealId" WHERE v.id = ${voiceId}::uuid`;
  return found;
}

/**
 * The voice a link belongs to, or null when it is altered, revoked, or the voice has left. Takes as
 * long for a voice there never was: it, too, is looked up and compared, and with as many keys.
 */
export async function readLinkToken(token: string): Promise<LinkedVoice | null> {
  if (!tokenShape.test(token)) return null;
  const voiceId = uuidOf(token.slice(0, 22));
  const voice = await voiceNamedIn(voiceId);
  const same = isOneOf(token, tokensOf(voiceId, voice?.generation ?? 0));
  if (!same || !voice || voice.left) return null;
  const { appealId, generation, caseNumber } = voice;
  return { voiceId, appealId, generation, caseNumber };
}

/** Links of whom nothing is kept any more; to all others they are as any that opens nothing. */
export async function isForgotten(token: string): Promise<boolean> {
  if (!tokenShape.test(token)) return false;
  const voiceId = uuidOf(token.slice(0, 22));
  const voice = await voiceNamedIn(voiceId);
  if (!voice?.erased) return false;
  const given = Array.from({ length: voice.generation }, (_, nth) => tokensOf(voiceId, nth));
  return isOneOf(token, given.flat());
}

function uuidOf(encoded: string): string {
  const hex = Buffer.from(encoded, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

import { cookies } from 'next/headers';
import { cache } from 'react';
import { mintVoice, type VoiceActor } from '@/lib/people/actor';
import { isSecure } from './door';
import { isForgotten, linkToken, readLinkToken } from './link-token';
import { cookieOptions } from './session-cookie';

/** Half a year: as long as people come back to one case. The link itself brings the cookie again. */
const keptSeconds = 180 * 24 * 60 * 60;

/** One cookie a case. Not `__Host-`, which would send it to every page instead of this case's alone. */
const voiceCookieName = (caseNumber: string): string =>
  `${isSecure() ? '__Secure-' : ''}huiyin.voice.${caseNumber}`;

const optionsFor = (caseNumber: string) => ({ ...cookieOptions(), path: `/follow/${caseNumber}` });

/** Lets this browser follow the case without the link; for actions and route handlers. */
export async function rememberVoice(
  caseNumber: string,
  voiceId: string,
  generation: number,
): Promise<void> {
  (await cookies()).set(voiceCookieName(caseNumber), linkToken(voiceId, generation), {
    ...optionsFor(caseNumber),
    maxAge: keptSeconds,
  });
}

/** The cookie goes; the link stays what it was. Under https a browser takes no word about it that is not secure. */
export async function forgetVoice(caseNumber: string): Promise<void> {
  (await cookies()).set(voiceCookieName(caseNumber), '', {
    ...optionsFor(caseNumber),
    maxAge: 0,
  });
}

/** Whose eyes this browser follows the case with; null without a link that still holds. */
export const currentVoice = cache(async (caseNumber: string): Promise<VoiceActor | null> => {
  const token = (await cookies()).get(voiceCookieName(caseNumber))?.value;
  return token ? voiceHolding(token, caseNumber) : null;
});

/** This browser followed the case with a link of which nothing is kept any more. */
export async function followedOnce(caseNumber: string): Promise<boolean> {
  const token = (await cookies()).get(voiceCookieName(caseNumber))?.value;
  return token ? isForgotten(token) : false;
}

/** The link of one case opens no other. */
export async function voiceHolding(token: string, caseNumber: string): Promise<VoiceActor | null> {
  const voice = await readLinkToken(token);
  if (voice?.caseNumber !== caseNumber) return null;
  return mintVoice(voice.voiceId, voice.appealId);
}

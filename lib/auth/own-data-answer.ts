import type { Proof } from '@/lib/own-data/copies';
import { ownDataFile, readOwnData } from '@/lib/own-data/own-data';
import type { VoiceActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import { takeCopyTry } from './own-voices';

/** The file of one's own data, kept by nobody on the way. */
export async function ownDataAnswer(
  voices: readonly VoiceActor[],
  how: Proof,
  who: string | null,
): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  if (!who) return new Response(null, { status: 404, headers });
  const allowed = await takeCopyTry(who);
  if (!allowed.ok) {
    const seconds = Math.max(1, Math.ceil((allowed.until.getTime() - now().getTime()) / 1000));
    return new Response(null, {
      status: 429,
      headers: { ...headers, 'retry-after': `${seconds}` },
    });
  }
  return new Response(ownDataFile(await readOwnData(voices, how)), {
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="huiyin-my-data.json"',
    },
  });
}

import { setTimeout as pause } from 'node:timers/promises';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { decrypt, encrypt } from '@/lib/contacts/cipher';
import { now } from '@/lib/time/now';
import { networkOf } from './address';
import { counterKey } from './counter-key';
import { isSecure } from './door';
import { type Allowed, limit } from './limiter';
import { cookieOptions } from './session-cookie';

/**
 * What slows the guessing of four digits. One case from one place: five tries in a quarter of an hour.
 * One place: sixty in an hour, whichever the case. One case from everywhere, and all cases together: never
 * refused, since then anybody could keep residents out, but after the twentieth wrong try at a case, or the
 * six hundredth at all of them, each has to wait.
 */
const pair = limit('track-pair', 5, 15);
const place = limit('track-place', 60, 60);
const everywhere = limit('track-case', 20, 60);
const altogether = limit('track-all', 600, 60);

const waitsMs = 2_000;

/** Counts a try before anything is looked up, for cases there are and cases there are not alike. */
export async function takeTrackTry(caseNumber: string, address: string): Promise<Allowed> {
  const network = networkOf(address);
  for (const [one, key] of [
    [place, counterKey('place', network)],
    [pair, counterKey('pair', network, caseNumber)],
  ] as const) {
    const allowed = await one.take(key);
    if (!allowed.ok) return allowed;
  }
  const inTime = [
    await everywhere.take(counterKey('case', caseNumber)),
    await altogether.take('all'),
  ].every(({ ok }) => ok);
  if (!inTime) await pause(waitsMs);
  return { ok: true, left: 0 };
}

/** Whoever knew the digits has guessed nothing. */
export async function forgetTrackTries(caseNumber: string, address: string): Promise<void> {
  const network = networkOf(address);
  await Promise.all([
    pair.forget(counterKey('pair', network, caseNumber)),
    place.giveBack(counterKey('place', network)),
    everywhere.giveBack(counterKey('case', caseNumber)),
    altogether.giveBack('all'),
  ]);
}

const shownMinutes = 10;
const cookieName = (): string => `${isSecure() ? '__Secure-' : ''}huiyin.track`;
const sealedShape = z.tuple([z.string(), z.number()]);

/** Lets this browser see the status on /track for a few minutes, then no more. */
export async function rememberTracked(caseNumber: string): Promise<void> {
  const until = now().getTime() + shownMinutes * 60_000;
  const sealed = encrypt(JSON.stringify([caseNumber, until]), 'track');
  const options = { ...cookieOptions(), path: '/track', maxAge: shownMinutes * 60 };
  (await cookies()).set(cookieName(), sealed, options);
}

/** The case whose digits this browser has just known; null when that is too long ago. */
export async function currentTracked(): Promise<string | null> {
  const sealed = (await cookies()).get(cookieName())?.value;
  if (!sealed) return null;
  try {
    const [caseNumber, until] = sealedShape.parse(JSON.parse(decrypt(sealed, 'track')));
    return until > now().getTime() ? caseNumber : null;
  } catch {
    return null;
  }
}

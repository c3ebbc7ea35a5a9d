import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { lookupHash } from '@/lib/contacts/cipher';
import { underOneHash } from '@/lib/contacts/one-hash';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { Locale } from '@/lib/i18n/locale';
import type { ContactChannel } from '@/lib/notices/channel';
import { networkOf } from './address';
import { counterKey } from './counter-key';
import { isOneOf, keyFor, keysFor, macOf } from './keys';
import { type Allowed, limit } from './limiter';

export const codeMinutes = 10;
const mostTries = 5;

/**
 * What keeps codes from being sent to annoy. One telephone or address: six an hour, from wherever they are
 * asked for. One place: twenty an hour. All together: never refused, since then anybody could shut the
 * door for everybody, but beyond three hundred an hour each has to wait.
 */
const contact = limit('code-contact', 6, 60);
const place = limit('code-place', 20, 60);
const everybody = limit('code-all', 300, 60);
const waitsMs = 2_000;

/** Counted before anything is looked up, for numbers somebody left and others alike. */
export async function takeCodeTry(of: string, address: string): Promise<Allowed> {
  for (const [one, key] of [
    [place, counterKey('place', networkOf(address))],
    [contact, counterKey('contact', of)],
  ] as const) {
    const allowed = await one.take(key);
    if (!allowed.ok) return allowed;
  }
  if (!(await everybody.take('all')).ok) await pause(waitsMs);
  return { ok: true, left: 0 };
}

/**
 * Asks for a code. Whether anybody left this number is not looked at here: the worker does, so that the
 * answer is the same, and as quick, for every number there is.
 *
 * @returns the key under which this browser then gives the code.
 */
export async function askForCode(
  of: string,
  channel: ContactChannel,
  locale: Locale,
): Promise<string> {
  await underOneHash([of]);
  const at = await databaseClock(db());
  const expiresAt = new Date(at.getTime() + codeMinutes * 60_000);
  const row = { id: newId(), contactHash: lookupHash(of), channel, locale, at, expiresAt };
  await db().entryCode.create({ data: row });
  return row.id;
}

/** Six digits that belong to this row alone: derived when they are sent and compared, never stored. */
export const codeOf = (codeId: string): string => codeUnder(keyFor('entry-codes'), codeId);

const codeUnder = (key: Buffer, codeId: string): string =>
  String(macOf(key, codeId).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/**
 * Whose cases a code opens; null where it is wrong, old, used, or was tried too often. The try is counted
 * before it is compared, and a code that was right is used up.
 */
export async function spendCode(
  codeId: string,
  given: string,
): Promise<{ contactHash: string } | null> {
  const [row] = await db().$queryRaw<{ contactHash: string }[]>`
    UPDATE "EntryCode" SET tries = tries + 1
    WHERE id = ${codeId}::uuid AND "usedAt" IS NULL AND tries < ${mostTries}
      AND "expiresAt" > clock_timestamp()
    RETURNING "contactHash"`;
  // One sent before the secret was changed is as good, for its ten minutes.
  const wanted = keysFor('entry-codes').map((key) => codeUnder(key, codeId));
  if (!isOneOf(given, wanted) || !row) return null;
  const used = await db().$executeRaw`
    UPDATE "EntryCode" SET "usedAt" = clock_timestamp()
    WHERE id = ${codeId}::uuid AND "usedAt" IS NULL`;
  return used > 0 ? row : null;
}

import { db } from '@/lib/db/client';
import { now } from '@/lib/time/now';
import { passwordFits } from './password';

const dayMs = 86_400_000;

/** After how many days a password must be changed; null, as it comes: never by itself (ASVS 5.0, 6.2.10). */
export async function passwordDays(): Promise<number | null> {
  const select = { passwordDays: true };
  return (await db().installation.findUniqueOrThrow({ where: { id: 1 }, select })).passwordDays;
}

/** Whether a password set then has to be changed now. */
export const isTooOld = (setAt: Date, days: number | null, at: Date): boolean =>
  days !== null && at.getTime() - setAt.getTime() >= days * dayMs;

/** What is asked of somebody who signs in with a password and has given all else. */
export async function passwordAwaited(personId: string): Promise<'password' | null> {
  const [days, { passwordSetAt }] = await Promise.all([
    passwordDays(),
    db().person.findUniqueOrThrow({ where: { id: personId }, select: { passwordSetAt: true } }),
  ]);
  return isTooOld(passwordSetAt, days, now()) ? 'password' : null;
}

/** Whether somebody has this password or had it lately, where passwords must be changed: the last five are kept then. */
export async function usedLately(personId: string, password: string): Promise<boolean> {
  if ((await passwordDays()) === null) return false;
  const { passwordHash, passwords } = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true, passwords: { select: { hash: true } } },
  });
  for (const hash of [passwordHash, ...passwords.map((it) => it.hash)]) {
    if (hash && (await passwordFits(hash, password))) return true;
  }
  return false;
}

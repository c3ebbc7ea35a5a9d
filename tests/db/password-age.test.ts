// ASVS 5.0: 6.2.10
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeLimiter } from '@/lib/auth/limiter';
import { setOwnPassword } from '@/lib/auth/own-sessions';
import { hashPassword } from '@/lib/auth/password';
import { isTooOld, passwordAwaited, usedLately } from '@/lib/auth/password-age';
import { liveSession, openSession, waitingSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { rulePasswords } from '@/lib/installation/password-rule';
import { giveLink } from '@/lib/people/give-link';
import { demoPassword } from '@/prisma/seed/cast';
import { type Cast, installCast } from '@/prisma/seed/install-cast';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

let database: OwnDatabase;
let cast: Cast;

beforeAll(async () => {
  database = await ownDatabase();
  cast = await installCast();
});
afterAll(closeLimiter);

const actorOf = (login: string) => {
  const actor = cast.actors.get(login);
  if (!actor) throw new Error(`nobody is called ${login}`);
  return actor;
};
const idOf = (login: string) => actorOf(login).personId;
const rule = (days: number | null) => rulePasswords(actorOf('wukai'), days);
const day = 86_400_000;

const age = (login: string, days: number) =>
  db().person.update({
    where: { login },
    data: { passwordSetAt: new Date(Date.now() - days * day) },
  });

async function set(login: string, password: string): Promise<void> {
  const session = await openSession(idOf(login));
  await setOwnPassword({ id: session, personId: idOf(login) }, await hashPassword(password));
}

const kept = (login: string) => db().oldPassword.count({ where: { personId: idOf(login) } });

beforeEach(() => rule(null));

test('a password is too old on its day, not before, and never where nobody asks', () => {
  const at = new Date('2026-11-29T06:00:00Z');
  const setAt = (ms: number) => new Date(at.getTime() - ms);
  expect(isTooOld(setAt(90 * day - 1), 90, at)).toBe(false);
  expect(isTooOld(setAt(90 * day), 90, at)).toBe(true);
  expect(isTooOld(setAt(9_000 * day), null, at)).toBe(false);
});

test('off, nobody is asked and nothing is kept; on, whoever has an old one is asked until they set another', async () => {
  await age('zhaolimin', 400);
  expect(await passwordAwaited(idOf('zhaolimin'))).toBeNull();
  await set('linxiao', 'eine erste lange Reihe');
  expect(await kept('linxiao')).toBe(0);
  expect(await usedLately(idOf('linxiao'), demoPassword)).toBe(false);

  await rule(90);
  expect(await passwordAwaited(idOf('zhaolimin'))).toBe('password');
  expect(await passwordAwaited(idOf('maqiang'))).toBeNull();
  await set('zhaolimin', 'eine andere lange Reihe');
  expect(await passwordAwaited(idOf('zhaolimin'))).toBeNull();
});

test('the one there is and the five before it are not taken again; ended, they are gone', async () => {
  await rule(90);
  const id = idOf('hewei');
  const all = [demoPassword, ...[1, 2, 3, 4, 5, 6].map((it) => `eine lange Reihe ${it}`)];
  for (const it of all.slice(1)) await set('hewei', it);
  const used = [];
  for (const it of all) used.push(await usedLately(id, it));
  expect(used).toEqual([false, true, true, true, true, true, true]);
  expect(await kept('hewei')).toBe(5);
  expect(await usedLately(id, 'eine lange Reihe 7')).toBe(false);
  await rule(null);
  expect(await kept('hewei')).toBe(0);
  expect(await usedLately(id, 'eine lange Reihe 6')).toBe(false);
});

test('a link for a forgotten one keeps it from being taken again', async () => {
  await rule(90);
  const given = await giveLink(idOf('guotao'), actorOf('wukai'));
  expect(given.ok).toBe(true);
  expect(await usedLately(idOf('guotao'), demoPassword)).toBe(true);
});

test('a session that waits for another password opens nothing', async () => {
  const id = await openSession(idOf('maqiang'), 'password');
  expect(await liveSession(id)).toBeNull();
  expect(await waitingSession(id)).toMatchObject({ awaits: 'password', vouched: false });
});

test('what administration ruled is on record', async () => {
  await rule(180);
  const change = await db().change.findFirstOrThrow({ orderBy: { at: 'desc' } });
  expect(change).toMatchObject({
    personId: idOf('wukai'),
    before: { passwordDays: null },
    after: { passwordDays: 180 },
  });
  await expect(rule(29)).rejects.toThrow();
});

test('old passwords are written by the database alone, and reading roles have none', async () => {
  await rule(90);
  await set('sunyue', 'eine lange Reihe 8');
  await expect(db().oldPassword.deleteMany()).rejects.toThrow(/denied/);
  const reading = withClient(database.ownerUrl, async (client) => {
    await client.query('SET ROLE huiyin_reader');
    await client.query('SELECT * FROM "OldPassword"');
  });
  await expect(reading).rejects.toThrow(/denied/);
});

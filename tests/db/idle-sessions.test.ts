// ASVS 5.0: 7.3.1
import { expect, test } from 'vitest';
import { readOwnSessions } from '@/lib/auth/own-sessions';
import { liveSession, openSession, sessionsOpen } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { setIdleMinutes } from '@/lib/installation/second-factor-rule';
import { now } from '@/lib/time/now';
import { person, ready } from '../support/county';

/** Sessions in which nobody does anything, where administration wants them to end. */

await ready();
const { personId } = person('chenjing');
const chief = person('wukai');

/** A session in which something was last asked for so many minutes ago. */
async function idleFor(minutes: number): Promise<string> {
  const id = await openSession(personId);
  const seenAt = new Date(now().getTime() - minutes * 60_000);
  await db().session.update({ where: { id }, data: { seenAt } });
  return id;
}
const seenAt = async (id: string) =>
  (await db().session.findUniqueOrThrow({ where: { id } })).seenAt?.getTime() ?? 0;

test('a session is over when nothing was done for as long as administration says, never earlier', async () => {
  const [long, short] = [await idleFor(32), await idleFor(29)];
  expect(await liveSession(await idleFor(600))).not.toBeNull();
  await setIdleMinutes(chief, 30);
  expect(await liveSession(long)).toBeNull();
  expect(await liveSession(short)).not.toBeNull();
  const open = await db().session.findMany({ where: await sessionsOpen(personId, now()) });
  expect(open.map((it) => it.id)).not.toContain(long);
  expect(open.map((it) => it.id)).toContain(short);
});

test('to ask for a page is to do something; a page that asks by itself is not', async () => {
  await setIdleMinutes(chief, 30);
  const id = await idleFor(20);
  const before = await seenAt(id);
  expect(await liveSession(id, false)).not.toBeNull();
  expect(await seenAt(id)).toBe(before);
  const session = await liveSession(id);
  expect(await seenAt(id)).toBeGreaterThan(before + 19 * 60_000);
  const lines = session && (await readOwnSessions(session));
  expect(lines?.[0]).toMatchObject({ id, here: true });
});

test('taken back, sessions end at their end alone, and both stand in the log', async () => {
  await setIdleMinutes(chief, null);
  expect(await liveSession(await idleFor(600))).not.toBeNull();
  const log = await db().change.findMany({
    where: { subject: 'installation' },
    orderBy: { at: 'asc' },
  });
  expect(log.map(({ before, after }) => [before, after])).toEqual([
    [{ idleMinutes: null }, { idleMinutes: 30 }],
    [{ idleMinutes: 30 }, { idleMinutes: null }],
  ]);
});

// ASVS 5.0: 6.2.2, 7.4.3, 7.4.5, 7.5.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeLimiter } from '@/lib/auth/limiter';
import {
  endOtherSessions,
  endOwnSession,
  readOwnSessions,
  setOwnPassword,
} from '@/lib/auth/own-sessions';
import { hashPassword, passwordFits } from '@/lib/auth/password';
import { type LiveSession, liveSession, openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { signOutPerson } from '@/lib/people/sign-out-person';
import { installCast } from '@/prisma/seed/install-cast';
import { ownDatabase } from '../support/database';

let actorOf: (login: string) => PersonActor;

beforeAll(async () => {
  await ownDatabase();
  const { actors } = await installCast();
  actorOf = (login) => {
    const actor = actors.get(login);
    if (!actor) throw new Error(`nobody is called ${login}`);
    return actor;
  };
});

afterAll(closeLimiter);

async function signedIn(login: string, agent = 'Edge/Windows'): Promise<LiveSession> {
  const place = { agent, network: '203.0.113.*', trace: null };
  const session = await liveSession(await openSession(actorOf(login).personId, null, place));
  if (!session) throw new Error('not signed in');
  return session;
}

const lives = async (session: LiveSession) => (await liveSession(session.id)) !== null;

test('one sees where one is signed in, this place first, and nothing that is over or still waits', async () => {
  const first = await signedIn('sunyue', 'WeChat/Android');
  const here = await signedIn('sunyue');
  const ended = await signedIn('sunyue');
  await endOwnSession(here, ended.id);
  await openSession(actorOf('sunyue').personId, 'code');
  await signedIn('chenjing');
  const lines = await readOwnSessions(here);
  expect(lines.map((it) => it.id)).toEqual([here.id, first.id]);
  expect(lines.map((it) => it.here)).toEqual([true, false]);
  expect(lines[1]).toMatchObject({ browser: 'WeChat', system: 'Android', network: '203.0.113.*' });
});

test('one ends one’s own, not a stranger’s', async () => {
  const [mine, stranger] = [await signedIn('linxiao'), await signedIn('hewei')];
  const other = await signedIn('linxiao');
  expect(await endOwnSession(mine, stranger.id)).toBe(false);
  expect(await lives(stranger)).toBe(true);
  expect(await endOwnSession(mine, other.id)).toBe(true);
  expect(await lives(other)).toBe(false);
  expect(await lives(mine)).toBe(true);
});

test('all others are ended, this one and other people’s stay', async () => {
  const [here, stranger] = [await signedIn('maqiang'), await signedIn('hewei')];
  const others = [await signedIn('maqiang'), await signedIn('maqiang')];
  expect(await endOtherSessions(here)).toBe(2);
  expect(await Promise.all([here, stranger, ...others].map(lives))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('another password ends all others, and stands in the log without it', async () => {
  const here = await signedIn('liufang');
  const other = await signedIn('liufang');
  const passwordHash = await hashPassword('一座新石桥, 2026');
  await setOwnPassword({ id: here.id, personId: here.actor.personId }, passwordHash);
  expect(await Promise.all([here, other].map(lives))).toEqual([true, false]);
  const { personId } = here.actor;
  const row = await db().person.findUniqueOrThrow({ where: { id: personId } });
  expect(await passwordFits(row.passwordHash, '一座新石桥, 2026')).toBe(true);
  const log = await db().change.findFirstOrThrow({ where: { subjectId: personId } });
  expect(log).toMatchObject({ action: 'passwordChanged', personId, before: null, after: null });
});

test('an administrator ends all of a person’s', async () => {
  const sessions = [await signedIn('fangzheng'), await signedIn('fangzheng')];
  const { personId } = actorOf('fangzheng');
  expect(await signOutPerson(personId, actorOf('wukai'))).toMatchObject({ ok: true });
  expect(await Promise.all(sessions.map(lives))).toEqual([false, false]);
  const log = await db().change.findFirstOrThrow({ where: { subjectId: personId } });
  expect(log).toMatchObject({ action: 'signedOut', personId: actorOf('wukai').personId });
});

test('when one was last there is written down, once a minute', async () => {
  const { id } = await signedIn('wangxiulan');
  const set = (seconds: number) =>
    db().session.update({
      where: { id },
      data: { seenAt: new Date(Date.now() - seconds * 1_000) },
    });
  const seen = async () => (await db().session.findUniqueOrThrow({ where: { id } })).seenAt;
  const { seenAt } = await set(40);
  await liveSession(id);
  expect(await seen()).toEqual(seenAt);
  await set(70);
  await liveSession(id);
  expect(Date.now() - ((await seen())?.getTime() ?? 0)).toBeLessThan(30_000);
});

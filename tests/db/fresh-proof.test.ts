// ASVS 5.0: 7.2.4, 7.5.1
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { proofProblem } from '@/lib/auth/fresh-proof';
import { closeLimiter } from '@/lib/auth/limiter';
import { confirmFactor, offeredKey, offerFactor } from '@/lib/auth/second-factor';
import { sessionIdIn } from '@/lib/auth/session-cookie';
import {
  type LiveSession,
  liveSession,
  openSession,
  replaceSession,
} from '@/lib/auth/session-rows';
import { codeOf, stepAt } from '@/lib/auth/totp';
import { isMany } from '@/lib/contacts/many-reveals';
import { db } from '@/lib/db/client';
import { setProofMinutes } from '@/lib/installation/second-factor-rule';
import { mintResident } from '@/lib/people/actor';
import { demoPassword } from '@/prisma/seed/cast';
import { newId, person, ready } from '../support/county';

/** What a browser sends and keeps: the cookies of one request. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers({ 'x-forwarded-for': '192.0.2.50' }),
}));

await ready();

afterAll(closeLimiter);
beforeEach(() => jar.clear());

async function provedAgo(login: string, minutes: number): Promise<LiveSession> {
  const id = await openSession(person(login).personId);
  const provedAt = new Date(Date.now() - minutes * 60_000);
  await db().session.update({ where: { id }, data: { provedAt } });
  const session = await liveSession(id);
  if (!session) throw new Error('not signed in');
  return session;
}

beforeAll(async () => setProofMinutes(person('wukai'), 15));

test('a fresh proof is enough, whatever stands in the field', async () => {
  const session = await provedAgo('wukai', 14);
  expect(await proofProblem(session, '')).toBeNull();
  expect(await proofProblem(session, 'nonsense')).toBeNull();
  expect(jar.size).toBe(0);
});

test('an old one is asked for again; a wrong one is told, the right one holds and changes the cookie', async () => {
  const session = await provedAgo('wukai', 16);
  expect(await proofProblem(session, '')).toEqual({ field: 'proof', code: 'proofNeeded' });
  expect(await proofProblem(session, 'not this one')).toMatchObject({
    field: 'proof',
    code: 'proofWrongSignIn',
  });
  expect(await liveSession(session.id)).not.toBeNull();

  expect(await proofProblem(session, demoPassword)).toBeNull();
  expect(await liveSession(session.id)).toBeNull();
  const next = await liveSession((await sessionIdIn([...jar.values()][0])) ?? '');
  expect(next?.actor.personId).toBe(session.actor.personId);
  expect(next?.expiresAt).toEqual(session.expiresAt);
  expect(next && (await proofProblem(next, ''))).toBeNull();
});

test('a code of the second factor proves it too, once', async () => {
  const { personId } = person('zhoumin');
  await offerFactor(personId);
  const key = (await offeredKey(personId)) ?? Buffer.alloc(0);
  await confirmFactor(personId, codeOf(key, stepAt(new Date()) - 1));
  const code = codeOf(key, stepAt(new Date()));
  expect(await proofProblem(await provedAgo('zhoumin', 16), code)).toBeNull();
  expect(await proofProblem(await provedAgo('zhoumin', 16), code)).toMatchObject({
    code: 'proofWrongSignIn',
  });
});

test('how long it holds is administration’s to say, and stands in the log', async () => {
  const session = await provedAgo('wukai', 16);
  await setProofMinutes(person('wukai'), 60);
  expect(await proofProblem(session, '')).toBeNull();
  await setProofMinutes(person('wukai'), 15);
  expect(await proofProblem(session, '')).not.toBeNull();
  const log = await db().change.findFirstOrThrow({
    where: { subject: 'installation' },
    orderBy: { at: 'asc' },
  });
  expect(log.after).toEqual({ proofMinutes: 60 });
});

test('guessing at it is slowed like guessing at the door', async () => {
  const session = await provedAgo('chenjing', 16);
  const answers = [];
  for (let n = 0; n < 8; n += 1) answers.push((await proofProblem(session, `guess ${n}`))?.code);
  expect(answers.filter((it) => it === 'proofTooManyTries')).toHaveLength(3);
});

test('a session that is over is not brought back by a proof', async () => {
  const { id } = await provedAgo('wukai', 1);
  const twice = await Promise.all([replaceSession(id), replaceSession(id)]);
  expect(twice.filter(Boolean)).toHaveLength(1);
  expect(await replaceSession(id)).toBeNull();
});

test('ten contacts are single looks; the next asks whoever proved it long ago', async () => {
  const input = { what: '三楼的灯坏了', place: '安康里 6 号楼', phone: '13812345678' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const { appealId, voiceId } = filed;
  const session = await provedAgo('sunyue', 16);
  const { personId, unitId } = session.actor;
  const look = () =>
    db().reveal.create({
      data: {
        id: newId(),
        appealId,
        voiceId,
        personId,
        unitId,
        reason: '回电',
        at: new Date(),
      },
    });
  for (let n = 0; n < 9; n += 1) await look();
  expect(await isMany(session)).toBe(false);
  await look();
  expect(await isMany(session)).toBe(true);
  expect(await isMany(await provedAgo('sunyue', -1))).toBe(false);
});

// ASVS 5.0: 16.3.1, 16.3.3
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { checkFactor } from '@/lib/auth/check-factor';
import { checkPassword } from '@/lib/auth/check-password';
import { closeLimiter } from '@/lib/auth/limiter';
import { endSession, endSessionsOf, openSession } from '@/lib/auth/session-rows';
import { log } from '@/lib/log';
import { demoPassword } from '@/prisma/seed/cast';
import { person, ready } from '../support/county';

/** What whoever watches the log reads of the door. */

await ready();
afterAll(() => closeLimiter());
afterEach(() => vi.restoreAllMocks());

const lines = () => {
  const told: object[] = [];
  const hear = (level: string) => (line: object) => void told.push({ level, ...line });
  vi.spyOn(log, 'info').mockImplementation(hear('info') as never);
  vi.spyOn(log, 'warn').mockImplementation(hear('warn') as never);
  return told;
};

const from = { address: '10.7.8.9', device: null };
const place = { network: '10.7.8.*', known: false };
const { personId } = person('chenjing');

test('each password that was tried is told, right or wrong or too many, never what was typed', async () => {
  const told = lines();
  const asChen = { login: 'chenjing', ...from };
  await checkPassword({ ...asChen, password: demoPassword });
  await checkPassword({ ...asChen, password: 'guessed-4711' });
  await checkPassword({ login: 'nobody-of-here', password: 'guessed-4711', ...from });
  const line = { level: 'info', door: 'password', ...place };
  expect(told).toEqual([
    { ...line, outcome: 'right', person: personId },
    { ...line, outcome: 'wrong', person: personId },
    { ...line, outcome: 'wrong', person: null },
  ]);
  for (let nth = 0; nth < 5; nth += 1) await checkPassword({ ...asChen, password: 'guessed-4711' });
  expect(told.at(-1)).toEqual({ ...line, level: 'warn', outcome: 'tooManyTries', person: null });
  expect(JSON.stringify(told)).not.toMatch(/4711|nobody|chenjing/);
});

test('so is each code, and each session that opens and ends', async () => {
  const told = lines();
  await checkFactor(personId, '123456', { ...from, device: 'a browser of theirs' });
  const id = await openSession(personId);
  await endSession(id);
  await endSession(id);
  await openSession(personId, 'code');
  await openSession(personId);
  await endSessionsOf(personId);
  const info = { level: 'info', person: personId };
  expect(told).toEqual([
    { ...info, door: 'code', outcome: 'wrong', network: '10.7.8.*', known: true },
    { ...info, door: 'opened', by: 'here', awaits: null },
    { ...info, door: 'ended', sessions: 1 },
    { ...info, door: 'opened', by: 'here', awaits: 'code' },
    { ...info, door: 'opened', by: 'here', awaits: null },
    { ...info, door: 'ended', sessions: 2 },
  ]);
});

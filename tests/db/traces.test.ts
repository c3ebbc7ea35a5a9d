import { beforeAll, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { noteTrace, sweepTraces, traceOf } from '@/lib/detectors/trace';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready } from '../support/county';

beforeAll(async () => {
  await ready();
});

/** A case answered at the desk, which its resident judges. */
async function judged(): Promise<{ appealId: string; voiceId: string }> {
  const input = { what: '想问问暖气几号停', place: '安康里', phone: '13812340001' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const { appealId, voiceId } = filed;
  const steps = [
    { verb: 'answer', input: { answer: '三月十五日停。' }, actor: person('chenjing') },
    {
      verb: 'judge',
      input: {
        ...{ round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied', pressed: 'no' },
      },
      actor: mintVoice(voiceId, appealId),
    },
  ] as const;
  for (const { actor, ...step } of steps) {
    const done = await perform({ appealId, ...step }, actor);
    if (!done.ok) throw new Error(JSON.stringify(done));
  }
  return { appealId, voiceId };
}

it('the same place gives the same hash, another another, and none tells the place', () => {
  const one = traceOf('203.0.113.7', 'Mozilla/5.0');
  expect(traceOf('198.51.100.1, 203.0.113.7', 'Mozilla/5.0')).toEqual(one);
  expect(traceOf('203.0.113.7', 'Another')?.network).toBe(one?.network);
  expect(traceOf('203.0.113.7', 'Another')?.device).not.toBe(one?.device);
  expect(traceOf('203.0.113.8', 'Mozilla/5.0')?.network).not.toBe(one?.network);
  expect(traceOf('2001:db8:1:2::1', '')?.network).toBe(
    traceOf('2001:db8:1:2:ffff::9', '')?.network,
  );
  expect(JSON.stringify(one)).not.toContain('203.0');
  expect(traceOf(null, 'Mozilla/5.0')).toBeNull();
});

it('is noted once beside the verdict just given, and forgotten after 120 days', async () => {
  const { voiceId } = await judged();
  const here = traceOf('203.0.113.7', 'Mozilla/5.0');
  await noteTrace(voiceId, here);
  await noteTrace(voiceId, traceOf('203.0.113.9', 'Later'));
  await noteTrace(voiceId, null);
  const verdict = await db().verdict.findFirstOrThrow({
    where: { voiceId },
    include: { trace: true },
  });
  expect(verdict.trace).toMatchObject({ ...here });

  const sessionId = await openSession(person('wangxiulan').personId, null, {
    agent: 'Edge/Windows',
    network: '203.0.113.*',
    trace: here?.network ?? null,
  });
  expect(await sweepTraces()).toBe(0);
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    await client.query(`UPDATE "VerdictTrace" SET at = at - interval '121 days'`);
    await client.query(`UPDATE "Session" SET "createdAt" = "createdAt" - interval '121 days'`);
  });
  expect(await sweepTraces()).toBe(2);
  expect(await db().verdictTrace.count()).toBe(0);
  expect(await db().session.findUnique({ where: { id: sessionId } })).toMatchObject({
    trace: null,
    network: '203.0.113.*',
  });
});

it('a verdict stands though no trace could be written', async () => {
  const { voiceId } = await judged();
  await withClient(process.env.DATABASE_URL ?? '', (client) =>
    client.query('REVOKE INSERT ON "VerdictTrace" FROM huiyin_app'),
  );
  await noteTrace(voiceId, traceOf('203.0.113.7', 'Mozilla/5.0'));
  expect(await db().verdict.count({ where: { voiceId } })).toBe(1);
});

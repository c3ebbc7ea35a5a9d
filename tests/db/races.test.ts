// ASVS 5.0: 2.3.4
import { expect, it } from 'vitest';
import { chainFault, type EventRow } from '@/lib/appeals/event';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

await ready();

async function dispatched(): Promise<string> {
  const filed = await fileAppeal({ input: { what: '暖气不热', place: '安康里' } }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const step = {
    appealId: filed.appealId,
    verb: 'dispatch' as const,
    input: { unitId: unitId('liuwan') },
  };
  const done = await perform(step, person('chenjing'));
  if (!done.ok) throw new Error(done.code);
  return filed.appealId;
}

it('200 voices judge at once: 200 verdicts, one chain', { timeout: 60_000 }, async () => {
  const appealId = await dispatched();
  const at = new Date();
  const joined = Array.from({ length: 199 }, () => newId());
  await db().voice.createMany({
    data: joined.map((id) => ({
      id,
      appealId,
      role: 'joined' as const,
      reach: 'link' as const,
      secret: false,
      locale: 'zh',
      generation: 1,
      joinedAt: at,
    })),
  });
  const handler = person('zhaolimin');
  const steps = [
    ['accept', {}],
    ['contact', { how: 'message', said: '已上门' }],
    ['resolve', { outcome: 'done', answer: '换了阀门' }],
  ] as const;
  for (const [verb, input] of steps) {
    expect(await perform({ appealId, verb, input }, handler)).toMatchObject({ ok: true });
  }
  const voices = await db().voice.findMany({ where: { appealId } });
  const input = {
    round: '1',
    solved: 'yes',
    result: 'satisfied',
    handling: 'satisfied',
    pressed: 'no',
  };
  const judged = await Promise.all(
    voices.map((it) =>
      perform({ appealId, verb: 'judge', input, formKey: newId() }, mintVoice(it.id, appealId)),
    ),
  );
  expect(judged.filter((it) => it.ok)).toHaveLength(200);
  expect(await db().verdict.count({ where: { appealId } })).toBe(200);
  const appeal = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  expect(appeal).toMatchObject({ status: 'closed', closedAs: 'judged' });
  const log = await db().event.findMany({ where: { appealId }, orderBy: { seq: 'asc' } });
  expect(chainFault(log as unknown as EventRow[])).toBeNull();
});

it('the same form sent twenty times at once is one appeal, and one step', {
  timeout: 30_000,
}, async () => {
  const formKey = newId();
  const input = { what: '路灯坏了', place: '北苑' };
  const filed = await Promise.all(
    Array.from({ length: 20 }, () => fileAppeal({ input, formKey }, mintResident())),
  );
  const ids = new Set(filed.map((it) => (it.ok ? it.appealId : 'refused')));
  expect(ids.size).toBe(1);
  const [appealId = ''] = ids;

  const noteKey = newId();
  await Promise.all(
    Array.from({ length: 20 }, () =>
      perform(
        { appealId, verb: 'annotate', input: { note: '记一笔' }, formKey: noteKey },
        person('sunyue'),
      ),
    ),
  );
  expect(await db().event.count({ where: { appealId, verb: 'annotate' } })).toBe(1);
});

import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { casesListed } from '@/lib/measures/cases';
import { monthWith } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';

await ready();

const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 9, day, hour - 8));
const october = monthWith('2026-10-01', 'Asia/Shanghai');

it('a concluded case is due and unsolved in its last round, though nobody answered there', async () => {
  const input = { what: '违建拆了又盖', place: '柳湾' };
  const filed = await fileAppeal({ input }, playing(mintResident(), on(1)));
  if (!filed.ok) throw new Error(filed.code);
  const { appealId } = filed;
  const take = async (verb: Verb, given: object, by: Actor, at: Date) => {
    const done = await perform({ appealId, verb, input: given }, playing(by, at));
    if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
  };
  const handler = person('zhaolimin');
  const handled = async (day: number) => {
    await take('accept', {}, handler, on(day, 10));
    await take('contact', { how: 'telephone', said: '说过了' }, handler, on(day, 11));
  };
  await take('dispatch', { unitId: unitId('liuwan') }, person('chenjing'), on(1, 9.5));
  for (const round of [1, 2, 3]) {
    await handled(round * 3);
    await take('resolve', { outcome: 'done', answer: '拆了' }, handler, on(round * 3, 12));
    const no = { solved: 'no', result: 'dissatisfied', handling: 'neutral', pressed: 'no' };
    const voice = mintVoice(filed.voiceId, appealId);
    await take('judge', { ...no, round: String(round) }, voice, on(round * 3, 13));
  }
  await handled(12);
  const before = await solved();
  expect(before).toMatchObject({ due: 3, answered: 3, yes: 0 });

  await take('askFor', { kind: 'conclude', reason: '属于历史遗留' }, handler, on(13));
  const { id } = await db().request.findFirstOrThrow({ where: { appealId } });
  await take('grant', { requestId: id, reason: '转入专项' }, person('fangzheng'), on(14));
  expect(await solved()).toMatchObject({ due: 4, answered: 4, yes: 0 });
  const all = await asked();
  // It was never answered in the last round, so nobody was asked whether they were satisfied.
  expect(all.all.own.satisfiedResult).toMatchObject({ due: 3, answered: 3 });
  const unresolved = await casesListed(person('zhoumin'), {
    list: 'unresolved',
    period: october,
    unit: null,
    at: on(31),
  });
  expect(unresolved).toMatchObject({ ok: true, rows: [] });
});

async function asked() {
  const found = await overview(person('zhoumin'), {
    period: october,
    compareWith: october,
    unit: null,
    at: on(31),
  });
  if (!found.ok) throw new Error(found.code);
  return found;
}

const solved = async () => (await asked()).all.own.solved;

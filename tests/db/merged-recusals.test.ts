import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { type Actor, mintResident, mintVoice } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';

await ready();
const [chenjing, cadre] = [person('chenjing'), person('zhaolimin')];

async function filed(what: string) {
  const input = { what, place: '办事大厅', phone: '13812345678' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...done, voice: mintVoice(done.voiceId, done.appealId) };
}

async function must(appealId: string, verb: Verb, input: object, by: Actor): Promise<void> {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
}

const about = { unitId: unitId('liuwan'), reason: '说的就是他们' };

it('whoever a merged case’s resident names is barred from the whole, and free of it once it is apart', async () => {
  const [source, target] = [await filed('窗口的人骂人'), await filed('窗口没人')];
  await must(target.appealId, 'dispatch', { unitId: unitId('liuwan') }, chenjing);
  await must(source.appealId, 'recuse', about, source.voice);
  // Control: of the other case they know while it is another.
  expect(await viewCase(cadre, target.caseNumber)).not.toBeNull();
  const into = { number: target.caseNumber, reason: '同一件事' };
  await must(source.appealId, 'merge', into, chenjing);
  expect(await viewCase(cadre, target.caseNumber)).toBeNull();
  await must(source.appealId, 'unmerge', { reason: '不是一件事' }, chenjing);
  expect(await viewCase(cadre, target.caseNumber)).not.toBeNull();
  expect(await viewCase(cadre, source.caseNumber)).toBeNull();
});

it('also where they are named while the two are one', async () => {
  const [source, target] = [await filed('窗口的人又骂人'), await filed('窗口又没人')];
  await must(target.appealId, 'dispatch', { unitId: unitId('liuwan') }, chenjing);
  await must(source.appealId, 'merge', { number: target.caseNumber, reason: '一件' }, chenjing);
  expect(await viewCase(cadre, target.caseNumber)).not.toBeNull();
  await must(source.appealId, 'recuse', about, source.voice);
  expect(await viewCase(cadre, target.caseNumber)).toBeNull();
  const { appealId } = target;
  expect(await db().event.count({ where: { appealId, verb: 'recuse' } })).toBe(1);
  const told = await db().notice.findMany({ where: { appealId, unitId: unitId('liuwan') } });
  expect(told.map((it) => it.kind).toSorted()).toEqual(['dispatch', 'merge']);
  const turn = await db().turn.findFirst({ where: { appealId, verb: 'redispatch' } });
  expect(turn?.capability).toBe('dispatch');
});

it('a case given back to a unit barred meanwhile waits for a dispatcher; the chains hold', async () => {
  const [source, target] = [await filed('路灯不亮'), await filed('路灯坏了')];
  await must(source.appealId, 'dispatch', { unitId: unitId('liuwan') }, chenjing);
  await must(source.appealId, 'merge', { number: target.caseNumber, reason: '一件' }, chenjing);
  await must(source.appealId, 'recuse', about, source.voice);
  await must(source.appealId, 'unmerge', { reason: '两件' }, chenjing);
  const kept = await db().appeal.findUniqueOrThrow({ where: { id: source.appealId } });
  expect(kept.status).toBe('filed');
  const found = await verifyChains();
  expect(found.faults).toEqual([]);
});

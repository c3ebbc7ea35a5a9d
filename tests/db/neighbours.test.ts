import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { appealAskedAbout, askedNearby } from '@/lib/appeals/queries/asked-nearby';
import { db } from '@/lib/db/client';
import { sweepNeighbours } from '@/lib/jobs/sweep-neighbours';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { person, ready } from '../support/county';

await ready();

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

let phones = 13_800_000_000;

async function filed(place: string, more: object = {}, at = ago(60)) {
  phones += 1;
  const input = { what: '路灯不亮', place, phone: String(phones), ...more };
  const done = await fileAppeal({ input }, playing(mintResident(), at));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...done, voice: mintVoice(done.voiceId, done.appealId) };
}

const neighbour = (place: string, more: object = {}) => filed(place, { nearby: 'on', ...more });

/** Answered and judged solved a little more than two weeks ago. */
async function closed(place: string, more: object = {}) {
  const it = await filed(place, more, ago(16));
  const take = async (verb: Verb, input: object, actor: Actor, at: Date) => {
    const done = await perform({ appealId: it.appealId, verb, input }, playing(actor, at));
    if (!done.ok) throw new Error(`${verb} ${done.code}`);
  };
  await take('answer', { answer: '换了灯泡' }, person('chenjing'), ago(15.5));
  const said = { round: '1', solved: 'yes', result: 'neutral', handling: 'neutral', pressed: 'no' };
  await take('judge', said, it.voice, ago(15));
  return it;
}

const askedOf = async (appealId: string) =>
  (await db().asking.findMany({ where: { appealId } })).map((it) => it.voiceId);

it('who agreed and lives at the same place is asked once, and answers for that case alone', async () => {
  const near = await neighbour('翠屏苑 2 号楼');
  const shy = await filed('翠屏苑 3 号楼');
  const far = await neighbour('枫林苑 2 号楼');
  const { appealId } = await closed('翠屏苑 9 号楼 301');
  expect(await sweepNeighbours()).toBe(1);
  expect(await sweepNeighbours()).toBe(0);
  expect(await askedOf(appealId)).toEqual([near.voiceId]);
  const [question] = await askedNearby(near.voice);
  expect(question).toMatchObject({ category: null });
  expect(await askedNearby(shy.voice)).toEqual([]);
  expect(await appealAskedAbout(far.voice, question?.id ?? '')).toBeNull();
  expect(await appealAskedAbout(near.voice, question?.id ?? '')).toBe(appealId);
  const step = { appealId, verb: 'witness', input: { holds: 'no' } } as const;
  expect(await perform(step, far.voice)).toMatchObject({ code: 'notFound' });
  expect(await perform(step, near.voice)).toMatchObject({ ok: true });
  expect(await askedNearby(near.voice)).toEqual([]);
  const notice = await db().notice.findFirstOrThrow({ where: { voiceId: near.voiceId, appealId } });
  expect(notice.kind).toBe('askNeighbours');
});

it('three at most, none of them twice in a quarter, and nobody of the case', async () => {
  const all = await Promise.all(
    Array.from({ length: 5 }, (_, nth) => neighbour(`紫藤里 ${nth + 1} 号楼`)),
  );
  const one = await closed('紫藤里 8 号楼', { nearby: 'on' });
  await sweepNeighbours();
  const first = await askedOf(one.appealId);
  expect(first).toHaveLength(3);
  expect(first).not.toContain(one.voiceId);
  const two = await closed('紫藤里 9 号楼');
  await sweepNeighbours();
  const second = await askedOf(two.appealId);
  expect(second.filter((it) => first.includes(it))).toEqual([]);
  expect(second.length).toBeGreaterThan(0);
  expect(
    [...first, ...second].every((it) => [...all.map((v) => v.voiceId), one.voiceId].includes(it)),
  ).toBe(true);
});

it.each([
  ['was filed in secrecy', { secret: 'on' }],
  ['names somebody', { aboutWho: '姓周的电工' }],
  ['reports a wrong', { kind: 'report' }],
])('nobody is asked about a case that %s', async (name, more) => {
  const estate = `玉兰坊${name.length}区`.replace(/\d+/, (it) => '甲乙丙丁'[Number(it) % 4] ?? '');
  await neighbour(estate);
  const it = await closed(estate, more);
  await sweepNeighbours();
  expect(await askedOf(it.appealId)).toEqual([]);
  // Control: the same without it.
  const plain = await closed(estate);
  await sweepNeighbours();
  expect(await askedOf(plain.appealId)).toHaveLength(1);
});

it('the place is kept as a hash alone', async () => {
  const { voiceId } = await neighbour('碧波园 1 号楼');
  const row = await db().nearby.findUniqueOrThrow({ where: { voiceId } });
  expect(JSON.stringify(row)).not.toContain('碧波园');
});

import { expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { isFromHere } from '@/lib/presence/is-from-here';
import { appear, leave, stay } from '@/lib/presence/presence';
import { person, ready, unitId } from '../support/county';

await ready();

async function dispatched() {
  const input = { what: '楼道的灯坏了', place: '安康里 6 号楼', phone: '13812345678' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  const step = { appealId: done.appealId, verb: 'dispatch' as const };
  await perform({ ...step, input: { unitId: unitId('liuwan') } }, person('chenjing'));
  return done;
}

const [zhao, wang, chen] = [person('zhaolimin'), person('wangxiulan'), person('chenjing')];

const ago = (appealId: string, seconds: number) => db().$executeRaw`
  UPDATE "Presence" SET "seenAt" = clock_timestamp() - make_interval(secs => ${seconds})
  WHERE "appealId" = ${appealId}::uuid`;

test('each sees the others and the step they are at, never themselves', async () => {
  const { appealId } = await dispatched();
  expect(await appear(zhao, appealId, null)).toEqual([]);
  expect(await appear(wang, appealId, 'assign')).toEqual([{ name: '赵立民', step: null }]);
  expect(await appear(zhao, appealId, 'resolve')).toEqual([{ name: '王秀兰', step: 'assign' }]);
  expect(await appear(chen, appealId, null)).toEqual([
    { name: '赵立民', step: 'resolve' },
    { name: '王秀兰', step: 'assign' },
  ]);
  expect(await appear(zhao, (await dispatched()).appealId, null)).toEqual([]);
});

test('whoever was not heard of for a minute has gone, and their row with them', async () => {
  const { appealId } = await dispatched();
  await appear(zhao, appealId, null);
  await ago(appealId, 55);
  expect(await appear(wang, appealId, null)).toHaveLength(1);
  await ago(appealId, 61);
  expect(await appear(wang, appealId, null)).toEqual([]);
  const left = await db().presence.findMany({ where: { appealId } });
  expect(left.map((it) => it.personId)).toEqual([wang.personId]);
});

test('leaving one page does not take away who is already on the next', async () => {
  const { appealId, caseNumber } = await dispatched();
  await appear(zhao, appealId, null);
  await appear(zhao, appealId, 'resolve');
  await leave(zhao, caseNumber, null);
  expect(await appear(wang, appealId, null)).toEqual([{ name: '赵立民', step: 'resolve' }]);
  await leave(zhao, caseNumber, 'resolve');
  expect(await appear(wang, appealId, null)).toEqual([]);
});

test('a case that is not theirs to see takes no notice of them', async () => {
  const { appealId, caseNumber } = await dispatched();
  expect(await stay(person('maqiang'), caseNumber, null)).toBeNull();
  expect(await stay(person('wukai'), caseNumber, null)).toBeNull();
  expect(await stay(zhao, '209901010001', null)).toBeNull();
  expect(await db().presence.count({ where: { appealId } })).toBe(0);
  expect(await stay(zhao, caseNumber, null)).toEqual([]);
});

test('a whole unit coming back at the same moment locks nobody out', async () => {
  const { appealId } = await dispatched();
  const readers = [zhao, wang, chen, person('sunyue'), person('zhoumin')];
  for (let turn = 0; turn < 12; turn++) {
    await Promise.all(readers.map((it) => appear(it, appealId, null)));
    await ago(appealId, 90);
  }
  await Promise.all(readers.map((it) => appear(it, appealId, null)));
  expect(await appear(zhao, appealId, null)).toHaveLength(4);
});

test.each([
  [{ origin: 'https://a.cn', host: 'a.cn', 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }, true],
  [{ origin: 'https://a.cn', host: 'inner:3000', 'x-forwarded-host': 'a.cn' }, true],
  [{ origin: 'https://b.cn', host: 'a.cn' }, false],
  [{ origin: 'https://a.cn', host: 'a.cn', 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: 'null', host: 'a.cn' }, false],
  [{ host: 'a.cn' }, false],
])('from a page of ours, by %j: %s', (headers, ours) => {
  expect(isFromHere(new Headers(headers as unknown as Record<string, string>))).toBe(ours);
});

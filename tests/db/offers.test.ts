import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { joinAppeal } from '@/lib/appeals/join';
import { perform } from '@/lib/appeals/perform';
import { guestHolding, guestOffered } from '@/lib/auth/resident';
import { offerToken, shareToken } from '@/lib/auth/share-token';
import { db } from '@/lib/db/client';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { readOffers } from '@/lib/similar/duplicates';
import type { Told } from '@/lib/similar/told';
import { altered } from '../support/altered';
import { person, ready, unitId } from '../support/county';

await ready();

const what = '配电箱的门掉了，电线露在外面，孩子一伸手就能摸到。';

async function filed(place: string, more: object = {}) {
  const done = await fileAppeal({ input: { what, place, ...more } }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

const about = (place: string): Told => ({
  appealId: null,
  title: '配电箱门掉了',
  what: '配电箱的门掉了，电线露着，孩子摸得到。',
  place,
  filedAt: new Date(),
  trial: false,
});

it('whoever stands at the same place is offered it without a name of a place in common', async () => {
  const { caseNumber } = await filed('楼下', { point: '41.31001, 118.52001' });
  const at = async (lat: number) =>
    (await readOffers({ ...about('院子里'), point: { lat, lon: 118.52001 } })).map(
      (it) => it.caseNumber,
    );
  expect(await at(41.31041)).toContain(caseNumber);
  // Control: two hundred metres on, and from nowhere.
  expect(await at(41.31201)).not.toContain(caseNumber);
  expect(await offers('院子里')).not.toContain(caseNumber);
});

const offers = async (place: string) => (await readOffers(about(place))).map((it) => it.caseNumber);

it('whoever files the same thing is offered the open case, and nothing of another place', async () => {
  const { caseNumber } = await filed('翠屏苑 4 号楼');
  expect(await offers('翠屏苑 4 号楼')).toEqual([caseNumber]);
  expect(await offers('松鹤苑 9 号楼')).toEqual([]);
});

it.each([
  ['was filed in secrecy', '枫林苑 1 号楼', { secret: 'on' }],
  ['says of somebody what nobody has looked at', '碧波园 2 号楼', { aboutWho: '姓周的电工' }],
])('nothing that %s', async (_, place, more) => {
  await filed(place, more);
  expect(await offers(place)).toEqual([]);
  // Control: the same case without it.
  const { caseNumber } = await filed(place);
  expect(await offers(place)).toEqual([caseNumber]);
});

it('nothing that complains of a unit, nothing that is over', async () => {
  await filed('紫藤里 3 号楼', { aboutUnitId: unitId('liuwan') });
  expect(await offers('紫藤里 3 号楼')).toEqual([]);
  const over = await filed('玉兰坊 5 号楼');
  expect(await offers('玉兰坊 5 号楼')).toEqual([over.caseNumber]);
  const voice = mintVoice(over.voiceId, over.appealId);
  const input = { pressed: 'no' };
  expect(await perform({ appealId: over.appealId, verb: 'withdraw', input }, voice)).toMatchObject({
    ok: true,
  });
  expect(await offers('玉兰坊 5 号楼')).toEqual([]);
});

it('what was offered opens joining that one case, and no other door', async () => {
  const { appealId } = await filed('翠屏苑 7 号楼');
  const token = offerToken(appealId);
  expect(guestHolding(token)).toBeNull();
  expect(guestOffered(shareToken(appealId))).toBeNull();
  expect(guestOffered(altered(token))).toBeNull();
  const guest = guestOffered(token);
  if (!guest) throw new Error('the offer opens nothing');
  const input = { way: 'link', words: what };
  expect(await joinAppeal({ appealId, input }, guest.actor)).toMatchObject({ ok: true });
  expect(await db().voice.count({ where: { appealId } })).toBe(2);
  const other = await filed('翠屏苑 8 号楼');
  const elsewhere = { appealId: other.appealId, input };
  expect(await joinAppeal(elsewhere, guest.actor)).toMatchObject({ ok: false, code: 'notFound' });
});

it('whoever takes calls joins by number, as somebody who sees it', async () => {
  const { appealId } = await filed('翠屏苑 9 号楼');
  const input = { way: 'telephone', phone: '13800007788', words: what };
  expect(await joinAppeal({ appealId, input }, person('sunyue'))).toMatchObject({ ok: true });
});

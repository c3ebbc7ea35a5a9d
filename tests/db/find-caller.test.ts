import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { closeLimiter } from '@/lib/auth/limiter';
import { lookupHash } from '@/lib/contacts/cipher';
import { readSearch, searchCaller } from '@/lib/contacts/find-caller';
import { revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { mintResident, mintVoice, type PersonActor } from '@/lib/people/actor';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready } from '../support/county';

await ready();

beforeEach(async () => {
  await db().attempt.deleteMany();
});

afterAll(closeLimiter);

let last = 0;
/** A number nobody else in this file has. */
const fresh = () => `138${String(++last).padStart(8, '0')}`;

async function filed(phone: string, more: object = {}) {
  const input = { what: '楼道的灯坏了', place: '安康里 6 号楼', name: '李娜', phone, ...more };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

async function search(phone: unknown, by: PersonActor = person('sunyue')) {
  const searched = await searchCaller(by, { phone });
  if (!searched.ok) throw new Error(JSON.stringify(searched));
  const found = await readSearch(by, searched.lookupId);
  if (!found) throw new Error('the search cannot be read');
  return { ...found, lookupId: searched.lookupId };
}

test('finds every case of a number, newest first, masked, and writes it down first', async () => {
  const phone = fresh();
  const [one, two] = [await filed(phone), await filed(phone)];
  await filed(fresh());
  const found = await search(`+86 ${phone.slice(0, 3)}-${phone.slice(3)}`);
  expect(found.cases.map((it) => it.caseNumber)).toEqual([two.caseNumber, one.caseNumber]);
  expect(found).toMatchObject({ phone: `138****${phone.slice(-4)}`, name: '李*', more: false });
  expect(JSON.stringify(found)).not.toContain(phone);
  const row = await db().lookup.findUniqueOrThrow({ where: { id: found.lookupId } });
  const { personId, unitId } = person('sunyue');
  expect(row).toMatchObject({ personId, unitId, found: 2, phoneHash: lookupHash(phone) });
  expect(JSON.stringify(row)).not.toContain(phone);
});

test('a number nobody left is written down too', async () => {
  const found = await search(fresh());
  expect(found).toMatchObject({ cases: [], phone: null, name: null });
  const row = await db().lookup.findUniqueOrThrow({ where: { id: found.lookupId } });
  expect(row.found).toBe(0);
});

test.each(['', '138', '1381234567x', '5678', null, 7])('%j is no whole number', async (phone) => {
  const before = await db().lookup.count();
  const done = await searchCaller(person('sunyue'), { phone });
  expect(done).toMatchObject({ ok: false, code: 'badInput', problems: [{ field: 'phone' }] });
  expect(await db().lookup.count()).toBe(before);
});

test('only those who file for callers search, and read what they themselves searched', async () => {
  const phone = fresh();
  await filed(phone);
  const { lookupId } = await search(phone);
  for (const login of ['zhaolimin', 'wangxiulan', 'linxiao', 'zhoumin', 'shenhuaiyuan', 'wukai']) {
    expect(await searchCaller(person(login), { phone })).toEqual({ ok: false, code: 'notYours' });
    expect(await readSearch(person(login), lookupId)).toBeNull();
  }
  expect(await readSearch(person('chenjing'), lookupId)).toBeNull();
  expect(await readSearch(person('sunyue'), lookupId)).not.toBeNull();
  expect(await readSearch(person('sunyue'), 'x')).toBeNull();
});

test('what was found can be read for a quarter of an hour, and shows nothing that came later', async () => {
  const phone = fresh();
  const old = await filed(phone);
  const { lookupId } = await search(phone);
  await filed(phone);
  const again = await readSearch(person('sunyue'), lookupId);
  expect(again?.cases.map((it) => it.caseNumber)).toEqual([old.caseNumber]);
  const { id, ...row } = await db().lookup.findUniqueOrThrow({ where: { id: lookupId } });
  const lateId = id.replace(/.$/, (end) => (end === '0' ? '1' : '0'));
  const at = new Date(row.at.getTime() - 16 * 60_000);
  await db().lookup.create({ data: { ...row, id: lateId, at } });
  expect(await readSearch(person('sunyue'), lateId)).toBeNull();
});

test('shows nothing where it cannot be written down', async () => {
  const phone = fresh();
  await filed(phone);
  const barred = (sql: string) =>
    withClient(process.env.DATABASE_URL ?? '', (client) => client.query(sql));
  await barred('REVOKE INSERT ON "Lookup" FROM huiyin_app');
  await expect(searchCaller(person('sunyue'), { phone })).rejects.toThrow();
  await barred('GRANT INSERT ON "Lookup" TO huiyin_app');
  expect((await search(phone)).cases).toHaveLength(1);
});

test('sixty an hour for each person, however they come', async () => {
  const phone = fresh();
  const tries = await Promise.all(
    Array.from({ length: 63 }, () => searchCaller(person('sunyue'), { phone })),
  );
  expect(tries.filter((it) => it.ok)).toHaveLength(60);
  expect(tries.filter((it) => !it.ok && it.code === 'tooManySearches')).toHaveLength(3);
  expect(await db().lookup.count({ where: { phoneHash: lookupHash(phone) } })).toBe(60);
  expect((await searchCaller(person('chenjing'), { phone })).ok).toBe(true);
});

test('the resident sees who searched for their number, and nobody else’s', async () => {
  const [phone, other] = [fresh(), fresh()];
  await search(phone);
  const it = await filed(phone, { secret: 'yes' });
  const stranger = await filed(other);
  await search(phone);
  const mine = await revealsOf(mintVoice(it.voiceId, it.appealId), it.appealId);
  expect(mine).toMatchObject([
    { what: 'searched', personName: '孙悦', unitName: '县接诉即办中心', reason: null },
  ]);
  expect(mine[0]?.at).toBeInstanceOf(Date);
  const theirs = mintVoice(stranger.voiceId, stranger.appealId);
  expect(await revealsOf(theirs, stranger.appealId)).toEqual([]);
  expect(await revealsOf(theirs, it.appealId)).toEqual([]);
  expect(await revealsOf(person('zhaolimin'), it.appealId)).toEqual([]);
});

test('whoever has left a case is not found in it', async () => {
  const phone = fresh();
  const it = await filed(phone);
  await db().voice.update({ where: { id: it.voiceId }, data: { leftAt: new Date() } });
  expect((await search(phone)).cases).toEqual([]);
});

test('the case goes on unchanged: a search is no step', async () => {
  const phone = fresh();
  const it = await filed(phone);
  const before = await db().appeal.findUniqueOrThrow({ where: { id: it.appealId } });
  await search(phone);
  expect(await db().appeal.findUniqueOrThrow({ where: { id: it.appealId } })).toEqual(before);
  const step = { appealId: it.appealId, verb: 'answer' as const, input: { answer: '已修' } };
  expect((await perform(step, person('sunyue'))).ok).toBe(true);
});

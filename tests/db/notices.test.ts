import { expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { db } from '@/lib/db/client';
import { deliverNotice } from '@/lib/jobs/deliver-notice';
import { countUnseen, markSeen, readNotices } from '@/lib/notices/staff-notices';
import { type Actor, mintResident, mintVoice } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

await ready();

async function filed() {
  const input = { what: '楼道的灯坏了', place: '安康里 6 号楼', phone: '13812345678' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  return done;
}

async function take(appealId: string, verb: Verb, input: object, by: Actor) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
}

const read = (login: string) => readNotices(person(login), null);
const kindsOf = async (login: string) => (await read(login)).lines.map((it) => it.kind);

test('a unit is told what others did, newest first; those beside it learn nothing', async () => {
  const it = await filed();
  await take(it.appealId, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'));
  await take(it.appealId, 'accept', {}, person('zhaolimin'));
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it.appealId, 'supplement', { words: '还有二楼' }, voice);
  expect(await kindsOf('zhaolimin')).toEqual(['supplement', 'dispatch']);
  expect(await kindsOf('wangxiulan')).toEqual(['supplement', 'dispatch']);
  for (const login of ['maqiang', 'linxiao', 'wukai', 'chenjing', 'zhoumin']) {
    expect(await kindsOf(login), login).toEqual([]);
    expect(await countUnseen(person(login)), login).toBe(0);
  }
});

test('new ones are counted until they are seen, and those that come meanwhile stay new', async () => {
  const reader = person('maqiang');
  const it = await filed();
  await take(it.appealId, 'dispatch', { unitId: unitId('chengguan') }, person('chenjing'));
  expect(await countUnseen(reader)).toBe(1);
  const page = await read('maqiang');
  expect(page).toMatchObject({ unseen: true, lines: [{ kind: 'dispatch', seen: false }] });
  await take(it.appealId, 'supplement', { words: '又坏' }, mintVoice(it.voiceId, it.appealId));
  await markSeen(reader, page.at);
  expect(await countUnseen(reader)).toBe(1);
  expect((await read('maqiang')).lines.map((one) => one.seen)).toEqual([false, true]);
  expect(await countUnseen(person('liufang'))).toBe(2);

  await markSeen(reader, new Date(0));
  expect(await countUnseen(reader)).toBe(1);
  await markSeen(reader, new Date('9999-01-01'));
  expect(await countUnseen(reader)).toBe(0);
  await take(it.appealId, 'supplement', { words: '再说' }, mintVoice(it.voiceId, it.appealId));
  expect(await countUnseen(reader)).toBe(1);
});

test('what is addressed to a person is theirs alone, whatever it is called', async () => {
  const it = await filed();
  await take(it.appealId, 'dispatch', { unitId: unitId('housing') }, person('chenjing'));
  const { personId } = person('zhoumin');
  const row = { id: newId(), appealId: it.appealId, seq: 2, createdAt: new Date() };
  await db().notice.create({ data: { ...row, kind: 'somethingNew', personId } });
  expect((await read('zhoumin')).lines).toMatchObject([{ kind: 'somethingNew', own: true }]);
  expect(await countUnseen(person('zhoumin'))).toBe(1);
  expect(await kindsOf('shenhuaiyuan')).toEqual([]);
});

test('a notice of a case that is not theirs to see is not shown', async () => {
  const it = await filed();
  const { personId } = person('hewei');
  const row = { id: newId(), appealId: it.appealId, seq: 1, createdAt: new Date() };
  await db().notice.create({ data: { ...row, kind: 'supervise', personId } });
  const shown = async () => (await read('hewei')).lines.map((one) => one.caseNumber);
  expect(await shown()).not.toContain(it.caseNumber);
  await take(it.appealId, 'dispatch', { unitId: unitId('housing') }, person('chenjing'));
  expect(await shown()).toContain(it.caseNumber);
});

test('pages follow each other by key, each notice once', async () => {
  const it = await filed();
  await take(it.appealId, 'dispatch', { unitId: unitId('heating') }, person('chenjing'));
  const at = new Date();
  const rows = Array.from({ length: 60 }, () => ({
    id: newId(),
    appealId: it.appealId,
    seq: 2,
    kind: 'message',
    unitId: unitId('heating'),
    createdAt: at,
  }));
  await db().notice.createMany({ data: rows });
  const seen: string[] = [];
  let key: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readNotices>> = await readNotices(
      person('guotao'),
      readPageKey(key ?? undefined),
    );
    seen.push(...page.lines.map((one) => one.id));
    key = page.older;
  } while (key);
  expect(seen).toHaveLength(61);
  expect(new Set(seen).size).toBe(61);
});

test('staff have theirs by its being there; residents’ wait for a channel', async () => {
  const it = await filed();
  await take(it.appealId, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'));
  const where = { appealId: it.appealId };
  const notices = await db().notice.findMany({ where });
  for (const { id } of notices) await deliverNotice(id);
  const settled = await db().notice.findMany({ where });
  for (const { outcome, voiceId, settledAt } of settled) {
    expect(outcome).toBe(voiceId ? 'noChannel' : 'inApp');
    expect(settledAt).toBeInstanceOf(Date);
  }
  expect(new Set(settled.map((one) => one.outcome)).size).toBe(2);
  for (const { id } of notices) await deliverNotice(id);
  expect(await db().notice.findMany({ where })).toEqual(settled);
});

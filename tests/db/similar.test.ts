import { describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { sweepKeywords } from '@/lib/jobs/sweep-keywords';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { readDuplicates } from '@/lib/similar/duplicates';
import { readLike } from '@/lib/similar/read-like';
import { readSimilarSolved } from '@/lib/similar/solved';
import type { Told } from '@/lib/similar/told';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready, unitId } from '../support/county';

await ready();

const chenjing = person('chenjing');
const dayMs = 86_400_000;

interface Filed extends Told {
  appealId: string;
  number: string;
  voiceId: string;
}

async function filed(
  what: string,
  place: string,
  more: { daysAgo?: number; trial?: boolean; phone?: string; categoryId?: string } = {},
): Promise<Filed> {
  const { daysAgo = 0, trial = false, phone, categoryId } = more;
  const at = new Date(Date.now() - daysAgo * dayMs);
  const by = trial ? person('wukai') : mintResident();
  const input = { what, place, phone, categoryId };
  const done = await fileAppeal({ input, trial }, playing(by, at));
  if (!done.ok) throw new Error(JSON.stringify(done));
  const { appealId, caseNumber: number, voiceId } = done;
  return { appealId, number, voiceId, title: '', what, place, filedAt: at, trial };
}

async function must({ appealId }: Filed, verb: Verb, input: object, by: Actor) {
  const done = await perform({ appealId, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
}

async function answered(it: Filed, solved: 'yes' | 'no', at = it.filedAt): Promise<void> {
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
  const handler = person('zhaolimin');
  await must(it, 'dispatch', { unitId: unitId('liuwan') }, playing(chenjing, later(1)));
  await must(it, 'accept', {}, playing(handler, later(2)));
  await must(it, 'contact', { how: 'visit', said: '看过了' }, playing(handler, later(3)));
  const answer = { outcome: 'done', answer: '换了主板' };
  await must(it, 'resolve', answer, playing(handler, later(4)));
  const verdict = { round: '1', solved, result: 'satisfied', handling: 'satisfied', pressed: 'no' };
  const voice = playing(mintVoice(it.voiceId, it.appealId), later(5));
  await must(it, 'judge', verdict, voice);
}

const numbersOf = (list: readonly { caseNumber: string }[]) => list.map((it) => it.caseNumber);

it('an empty database answers, and knows categories by their words', async () => {
  const told = { title: '', what: '楼里的电梯坏了，困人', place: '云溪苑', filedAt: new Date() };
  const read = await readLike(chenjing, { ...told, appealId: null, trial: false });
  expect(read.duplicates).toEqual([]);
  expect(read.solved).toEqual([]);
  const category = await db().category.findUnique({
    where: { id: read.category?.categoryId ?? '' },
  });
  expect(category?.code).toMatch(/^lift/);
  expect(read.category?.words).toContain('电梯');
});

describe('the same thing', () => {
  const what = '6 号楼的电梯停了三天，老人上不去楼';

  it('is found among others, with the reasons', async () => {
    const twin = await filed('电梯又停运了，家里老人下不了楼', '安泉里 6 号楼', { daysAgo: 3 });
    await filed('楼前的垃圾没有人收，臭味很大', '安泉里 6 号楼', { daysAgo: 2 });
    await filed('电梯停运了，家里老人下不了楼', '松湖新村 2 号楼', { daysAgo: 2 });
    await filed('路灯坏了一个星期，晚上漆黑', '云溪路', { daysAgo: 1 });
    await filed('电梯又停运了，家里老人下不了楼', '安泉里 6 号楼', { daysAgo: 120 });
    const asked = await filed(what, '安泉里 6 号楼');
    const found = await readDuplicates(chenjing, asked);
    expect(numbersOf(found)).toEqual([twin.number]);
    expect(found[0]).toMatchObject({ days: 3, people: 1, status: 'filed', throughMerged: false });
    expect(found[0]?.places).toContain('安泉里6号楼');
    expect(found[0]?.words).toContain('电梯');
    expect(numbersOf(await readDuplicates(chenjing, { ...asked, appealId: null }))).toContain(
      asked.number,
    );
  });

  it('is told to whoever leads it, and no more once they are barred', async () => {
    const place = '梅园社区 9 号院';
    const accusing = await filed('村务公开栏上的低保名单三年没有换', place);
    const asked = await filed('低保名单三年没有换，公开栏是空的', place);
    for (const it of [accusing, asked]) {
      await must(it, 'dispatch', { unitId: unitId('liuwan') }, chenjing);
    }
    const ask = () => readDuplicates(person('zhaolimin'), asked);
    expect(numbersOf(await ask())).toEqual([accusing.number]);
    const barring = { unitId: unitId('liuwan'), reason: '说的就是他们' };
    await must(accusing, 'recuse', barring, mintVoice(accusing.voiceId, accusing.appealId));
    expect(await ask()).toEqual([]);
    expect(numbersOf(await readDuplicates(chenjing, asked))).toEqual([accusing.number]);
  });

  it('trials stand apart', async () => {
    const place = '青桥坊 3 号楼';
    const trial = await filed('楼道里停满电动车，消防门打不开', place, { trial: true });
    const real = await filed('楼道停满电动车，消防门被堵', place);
    const other = await filed('消防门被电动车堵死，楼道走不通', place);
    expect(numbersOf(await readDuplicates(chenjing, real))).toEqual([other.number]);
    const twin = await filed('消防门被电动车堵死，楼道走不通', place, { trial: true });
    expect(numbersOf(await readDuplicates(chenjing, twin))).toEqual([trial.number]);
  });

  it('of a merged case the one it is part of is told, once', async () => {
    const place = '望江新村 1 号楼';
    const target = await filed('下水道堵了，污水往一楼倒灌', place, { phone: '13300004321' });
    const source = await filed('污水倒灌进一楼厨房，下水道不通', place, { phone: '13300004322' });
    const reason = { number: target.number, reason: '同一处' };
    await must(source, 'merge', reason, chenjing);
    const asked = await filed('下水道不通，厨房里污水倒灌', place);
    const found = await readDuplicates(chenjing, asked);
    expect(numbersOf(found)).toEqual([target.number]);
    expect(found[0]).toMatchObject({ people: 2 });
  });

  it('closed long ago is another case', async () => {
    const place = '荷塘里 4 号楼';
    const old = await filed('单元门的锁坏了，谁都能进', place, { daysAgo: 60 });
    await answered(old, 'yes');
    const late = await filed('单元门锁坏了，谁都能进来', place, { daysAgo: 20 });
    await answered(late, 'yes');
    const asked = await filed('单元门的锁又坏了', place);
    expect(numbersOf(await readDuplicates(chenjing, asked))).toEqual([late.number]);
  });
});

it('what was answered before is told with who answered and what residents said', async () => {
  const category = await db().category.findUniqueOrThrow({ where: { code: 'fitness' } });
  const past = await filed('广场上的健身器材断了一根，孩子夹了手', '银杏广场', {
    daysAgo: 200,
    categoryId: category.id,
  });
  await answered(past, 'yes');
  const open = await filed('健身器材断了，夹手', '金桥广场', { daysAgo: 2 });
  const asked = await filed('健身器材坏了，断的地方夹手', '月河公园');
  const found = await readSimilarSolved(chenjing, asked);
  expect(numbersOf(found)).toContain(past.number);
  expect(numbersOf(found)).not.toContain(open.number);
  expect(found[0]).toMatchObject({ solved: 'yes', sentBack: 0, rounds: 1, status: 'closed' });
  expect(found[0]?.unit?.id).toBe(unitId('liuwan'));
  const { category: proposed } = await readLike(chenjing, asked);
  expect(proposed?.categoryId).toBe(category.id);
  expect(proposed?.cases).toContain(past.number);
});

it('cases that were here before are cut by a sweep, once', async () => {
  const place = '柏岭家园 7 号楼';
  const old = await filed('外墙砖往下掉，砸了车', place, { daysAgo: 5 });
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    await client.query('DELETE FROM "Keyword" WHERE "appealId" = $1', [old.appealId]);
    await client.query('UPDATE "Detail" SET "keywordRule" = 0 WHERE "appealId" = $1', [
      old.appealId,
    ]);
  });
  const asked = await filed('外墙砖掉下来砸车', place);
  expect(await readDuplicates(chenjing, asked)).toEqual([]);
  expect(await sweepKeywords()).toBe(1);
  expect(numbersOf(await readDuplicates(chenjing, asked))).toEqual([old.number]);
  expect(await sweepKeywords()).toBe(0);
});

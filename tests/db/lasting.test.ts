import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { sweepAfterEffects } from '@/lib/jobs/sweep-after-effects';
import { readCaseLinks } from '@/lib/lasting/case-links';
import { casesAtPlace, lastingOverview } from '@/lib/lasting/overview';
import { markPair, readPair } from '@/lib/lasting/strike';
import { casesBehind } from '@/lib/measures/cases';
import type { MeasureKey } from '@/lib/measures/define';
import { monthWith } from '@/lib/measures/period';
import { furtherMeasures } from '@/lib/measures/queries';
import {
  type Actor,
  mintImport,
  mintPerson,
  mintResident,
  mintSystem,
  mintVoice,
  playing,
} from '@/lib/people/actor';
import { metresOfDegree } from '@/lib/places/point';
import { newId, person, ready, unitId } from '../support/county';

/** Every test has its own place and, where figures are asked, its own month. */

const zone = 'Asia/Shanghai';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const category = new Map<string, string>();

beforeAll(async () => {
  await ready();
  for (const { id, code } of await db().category.findMany()) category.set(code, id);
});

interface Case {
  appealId: string;
  voiceId: string;
  caseNumber: string;
}

interface More {
  category?: string | null;
  point?: string;
  trial?: boolean;
  by?: Actor;
}

async function filed(at: Date, place: string, more: More = {}): Promise<Case> {
  const { trial = false, point } = more;
  const code = more.category === undefined ? 'heating-cold' : more.category;
  const categoryId = code ? category.get(code) : undefined;
  const by = more.by ?? (trial ? person('wukai') : mintResident());
  const input = { what: '暖气又不热了', place, point, categoryId, phone: '13812345678' };
  const done = await fileAppeal({ input, trial }, playing(by, at));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

async function take({ appealId }: Case, verb: Verb, input: object, by: Actor, at: Date) {
  const done = await perform({ appealId, verb, input }, playing(by, at));
  if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
}

/** Filed two days before `at`, answered at `at`; rated an hour later, unless nobody does. */
async function fixed(
  at: Date,
  place: string,
  more: More & { outcome?: string; solved?: string } = {},
) {
  const { outcome = 'done', solved = 'yes' } = more;
  const before = (hours: number) => new Date(at.getTime() - hours * hourMs);
  const handler = person('zhaolimin');
  const it = await filed(before(48), place, more);
  await take(it, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'), before(47));
  await take(it, 'accept', {}, handler, before(46));
  await take(it, 'contact', { how: 'visit', said: '看过了' }, handler, before(45));
  const answer = { outcome, answer: '换了阀门', basis: '不归本县管', route: '请找供电公司' };
  await take(it, 'resolve', answer, handler, at);
  if (solved !== 'nobody') await rated(it, new Date(at.getTime() + hourMs), solved);
  return it;
}

const rated = (it: Case, at: Date, solved = 'yes', round = 1) => {
  const verdict = {
    round: `${round}`,
    solved,
    result: 'satisfied',
    handling: 'satisfied',
    pressed: 'no',
  };
  return take(it, 'judge', verdict, mintVoice(it.voiceId, it.appealId), at);
};

const supervisor = () => person('zhoumin');

/** What came after a fix, the newest last. */
const cameAfter = async (it: Case) =>
  (await readCaseLinks(supervisor(), it.appealId)).after
    .map((link) => link.other.appealId)
    .toReversed();

const atDay = (at: Date, days: number, ms = 0) => new Date(at.getTime() + days * dayMs + ms);

describe('a new case is an after-effect', () => {
  const at = new Date('2025-01-10T02:00:00Z');

  it('from the first instant behind the answer to the last of 180 days', async () => {
    const place = '梅园 3 号楼';
    const fix = await fixed(at, place);
    await filed(atDay(at, 0, -1), place);
    await filed(at, place);
    const first = await filed(atDay(at, 0, 1), place);
    const last = await filed(atDay(at, 180), place);
    await filed(atDay(at, 180, 1), place);
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual([first.appealId, last.appealId]);
  });

  it('twice sought, once found; and the other way round', async () => {
    const place = '兰园 3 号楼';
    const fix = await fixed(at, place);
    const later = await filed(atDay(at, 5), place);
    expect(await sweepAfterEffects()).toBe(1);
    for (const { appealId } of [later, fix, fix]) await db().seeking.create({ data: { appealId } });
    expect(await sweepAfterEffects()).toBe(0);
    expect(await cameAfter(fix)).toEqual([later.appealId]);
    expect(await db().seeking.count()).toBe(0);
    // Only the fix is sought: what came after it was there before.
    await db().afterEffect.deleteMany({ where: { fixId: fix.appealId } });
    await db().seeking.create({ data: { appealId: fix.appealId } });
    expect(await sweepAfterEffects()).toBe(1);
    expect(await cameAfter(fix)).toEqual([later.appealId]);
  });

  it.each([
    ['the same house', '竹园 1 号楼', '柳湾街道竹园 1 栋 302', true],
    ['another house of the estate', '菊园小区 1 号楼', '菊园小区 2 号楼', false],
    ['the estate, one of them without a house', '桂园小区 1 号楼', '桂园小区南门', true],
    ['the same road', '银杏路', '银杏路', false],
    ['the same town', '城关镇', '城关镇', false],
  ])('by its address: %s', async (_, one, other, same) => {
    const fix = await fixed(at, one);
    const later = await filed(atDay(at, 3), other);
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual(same ? [later.appealId] : []);
  });

  it.each([
    ['60 m', '某处甲', '某处乙', 60, true],
    ['62 m', '某处丙', '某处丁', 62, false],
    ['240 m, the same estate', '榆园小区', '榆园小区', 240, true],
    ['260 m, the same estate', '槐园小区', '槐园小区', 260, false],
    ['2 km, the same house: filed from elsewhere', '松园 4 号楼', '松园 4 号楼', 2_000, true],
  ])('by points %s apart', async (_, one, other, metres, same) => {
    const [lat, lon] = [36 + Math.random(), 117 + Math.random()].map((it) => Number(it.toFixed(3)));
    const north = (Number(lat) + metres / metresOfDegree).toFixed(5);
    const fix = await fixed(at, one, { point: `${lat}, ${lon}` });
    const later = await filed(atDay(at, 3), other, { point: `${north}, ${lon}` });
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual(same ? [later.appealId] : []);
  });

  it.each([
    ['a sister of the category', 'heating-leak', true],
    ['what both lie under', 'heating', true],
    ['another subject', 'lift-broken', false],
    ['another of the same class', 'water-cut', false],
    ['no category', null, false],
  ])('by its subject: %s', async (_, code, same) => {
    const place = `杏园 ${[...`${code}`].length} 号楼`;
    const fix = await fixed(at, place);
    const later = await filed(atDay(at, 3), place, { category: code });
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual(same ? [later.appealId] : []);
  });

  it('once its category is known, and no more once that is another', async () => {
    const place = '桃园 7 号楼';
    const fix = await fixed(at, place);
    const later = await filed(atDay(at, 3), place, { category: null });
    const named = async (code: string, days: number) => {
      const input = {
        unitId: unitId('liuwan'),
        categoryId: category.get(code),
        reason: '类别写错了',
      };
      const verb = days === 4 ? 'dispatch' : 'redispatch';
      await take(later, verb, input, person('chenjing'), atDay(at, days));
      await sweepAfterEffects();
    };
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual([]);
    await named('heating-leak', 4);
    expect(await cameAfter(fix)).toEqual([later.appealId]);
    await db().appeal.update({
      where: { id: later.appealId },
      data: { categoryId: category.get('lift-broken') ?? null },
    });
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual([]);
  });

  it('of each answer within whose time it was filed, and a fix may be one itself', async () => {
    const place = '李园 2 号楼';
    const one = await fixed(at, place);
    const two = await fixed(atDay(at, 40), place);
    const later = await filed(atDay(at, 60), place);
    await sweepAfterEffects();
    expect(await cameAfter(one)).toEqual([two.appealId, later.appealId]);
    expect(await cameAfter(two)).toEqual([later.appealId]);
    const { before } = await readCaseLinks(supervisor(), later.appealId);
    expect(before.map((it) => it.other.appealId)).toEqual([two.appealId, one.appealId]);
  });

  it('of nothing that was answered at the desk, cannot be done, or is done again', async () => {
    const place = '枣园 2 号楼';
    const cannot = await fixed(at, place, { outcome: 'cannot' });
    const desk = await filed(at, place);
    await take(desk, 'answer', { answer: '周一供热' }, person('sunyue'), atDay(at, 1));
    const again = await fixed(atDay(at, 1), place, { solved: 'nobody' });
    await take(again, 'redo', { reason: '答错了' }, person('sunyue'), atDay(at, 1, hourMs));
    await filed(atDay(at, 3), place);
    await sweepAfterEffects();
    for (const it of [cannot, desk, again]) expect(await cameAfter(it)).toEqual([]);
  });

  it('where neither is a trial or still being imported', async () => {
    const place = '梨园 2 号楼';
    const fix = await fixed(at, place);
    await filed(atDay(at, 3), place, { trial: true });
    const importId = newId();
    const running = { id: importId, source: 'past', startedAt: at };
    await db().import.create({ data: running });
    const brought = await filed(atDay(at, 4), place, { by: mintImport(importId, atDay(at, 4)) });
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual([]);
    await db().import.update({ where: { id: importId }, data: { finishedAt: new Date() } });
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual([brought.appealId]);
  });

  it('merged into another it stays one of its own', async () => {
    const place = '柿园 2 号楼';
    const fix = await fixed(at, place);
    const target = await filed(atDay(at, 3), place);
    const source = await filed(atDay(at, 4), place);
    const merging = { number: target.caseNumber, reason: '同一处' };
    await take(source, 'merge', merging, person('chenjing'), atDay(at, 5));
    await sweepAfterEffects();
    expect(await cameAfter(fix)).toEqual([target.appealId, source.appealId]);
  });
});

/** Whose fixes fall due in a month: `day` of it, with the answer so many days before. */
const inMonth = async (on: string, measure: MeasureKey, login = 'zhoumin') => {
  const ask = { period: monthWith(on, zone), unit: null, at: new Date('2026-06-01T00:00:00Z') };
  const told = await furtherMeasures(person(login), ask);
  if (!told.ok) throw new Error(told.code);
  const { due, answered, yes } = told.tallies[measure as 'lasting30'];
  const behind = await casesBehind(person(login), { ...ask, measure, which: 'due', origin: 'own' });
  if (!behind.ok) throw new Error(behind.code);
  expect(behind.rows).toHaveLength(due);
  const answers = behind.rows.map((it) => it.answer ?? 'unknown').toSorted();
  return [due, answered, yes, ...answers];
};

describe('the share that lasts', () => {
  it('is of fixes whose time is over, by what came within it', async () => {
    const at = new Date('2025-08-05T02:00:00Z');
    await fixed(at, '甲园 1 号楼');
    const soon = await fixed(at, '乙园 1 号楼', { solved: 'nobody' });
    await take(soon, 'lapse', {}, mintSystem(), atDay(at, 20));
    await filed(atDay(at, 30), '乙园 1 号楼', { category: 'heating-leak' });
    await fixed(at, '丙园 1 号楼');
    await filed(atDay(at, 30, 1), '丙园 1 号楼');
    await fixed(at, '文昌路');
    await fixed(at, '丁园 1 号楼', { category: null });
    await fixed(at, '戊园 1 号楼', { outcome: 'cannot' });
    const back = await fixed(at, '己园 1 号楼');
    await take(
      back,
      'reopen',
      { reason: '又坏了' },
      mintVoice(back.voiceId, back.appealId),
      atDay(at, 10),
    );
    await fixed(at, '庚园 1 号楼', { solved: 'no' });
    await sweepAfterEffects();
    // Answered on 5 August: thirty days are over on 4 September, ninety on 3 November, 180 on 1 February.
    const [lasts, recurred, reopened, unknown] = ['lasts', 'recurred', 'reopened', 'unknown'];
    expect(await inMonth('2025-09-01', 'lasting30')).toEqual([
      6,
      4,
      2,
      lasts,
      lasts,
      recurred,
      reopened,
      unknown,
      unknown,
    ]);
    expect(await inMonth('2025-08-01', 'lasting30')).toEqual([0, 0, 0]);
    expect(await inMonth('2025-11-01', 'lasting90')).toEqual([
      6,
      4,
      1,
      lasts,
      recurred,
      recurred,
      reopened,
      unknown,
      unknown,
    ]);
    expect((await inMonth('2026-02-01', 'lasting180')).slice(0, 3)).toEqual([6, 4, 1]);
  });
});

it('lists where it keeps coming back, by place and subject, down to the cases', async () => {
  const at = new Date('2025-06-10T02:00:00Z');
  const place = '寅园小区';
  const fix = await fixed(at, `${place} 4 号楼 2 单元 301`);
  const came = [1, 2].map((day) => filed(atDay(at, day), `${place} 4 号楼 2 单元 302`));
  const [one, two] = await Promise.all(came);
  const other = await fixed(at, '卯园 4 号楼', { category: 'lift-broken' });
  await filed(atDay(at, 3), '卯园 4 号楼', { category: 'lift-broken' });
  await sweepAfterEffects();
  const ask = { period: monthWith('2025-06-01', zone), unit: 'liuwan', at: atDay(at, 60) };
  const told = await lastingOverview(supervisor(), ask);
  if (!told.ok) throw new Error(told.code);
  expect(told.places).toMatchObject([
    { address: '寅园4号楼', fixes: 1, cases: 2, subject: { name: '供热' } },
  ]);
  const [listed] = told.places;
  if (!listed) throw new Error('none');
  const cases = await casesAtPlace(supervisor(), ask, listed);
  if (!cases.ok) throw new Error(cases.code);
  expect(cases.address).toBe('寅园4号楼');
  expect(cases.pairs.map((it) => [it.fix.caseNumber, it.later.caseNumber])).toEqual([
    [fix.caseNumber, two?.caseNumber],
    [fix.caseNumber, one?.caseNumber],
  ]);
  expect(cases.pairs.map((it) => it.fix.caseNumber)).not.toContain(other.caseNumber);
  for (const key of ['no key', '99999999999999999999', '9999999999999999999', '5']) {
    expect(await casesAtPlace(supervisor(), ask, { ...listed, place: key })).toMatchObject({
      ok: false,
    });
  }
  const elsewhere = await lastingOverview(supervisor(), { ...ask, unit: 'chengguan' });
  expect(elsewhere).toMatchObject({ places: [], all: { 30: { due: 0 } } });
  expect(await lastingOverview(person('zhaolimin'), ask)).toMatchObject({ code: 'notFound' });

  const july = { ...ask, period: monthWith('2025-07-01', zone) };
  const rates = await lastingOverview(supervisor(), july);
  expect(rates).toMatchObject({
    all: { 30: { due: 2, watched: 2, lasts: 0, recurred: 2, struckOff: 0 } },
    byUnit: [{ unit: { code: 'liuwan' }, lasting: { 30: { due: 2 } } }],
  });
});

describe('somebody who looked at the two cases', () => {
  const at = new Date('2025-11-05T02:00:00Z');
  const grounds = '来电人说的是另一层楼的暖气，与上次换的阀门无关。';
  const pairOf = async (place: string) => {
    const fix = await fixed(at, place);
    const later = await filed(atDay(at, 5), place);
    await sweepAfterEffects();
    const round = await db().round.findFirstOrThrow({ where: { appealId: fix.appealId } });
    return { fix, later, ids: [round.id, later.appealId] as const };
  };
  const supervisorOf = async (code: string) => {
    const unit = await db().unit.findUniqueOrThrow({ where: { code } });
    const facts = { id: newId(), name: '督办员', unitId: unit.id, roles: ['supervisor'] };
    return mintPerson({ ...facts, unitPath: unit.path });
  };

  it('strikes the pair off, with grounds, and puts it back; the share tells the two apart', async () => {
    const { fix, ids } = await pairOf('辛园 1 号楼');
    expect(await inMonth('2025-12-01', 'lasting30')).toEqual([1, 1, 0, 'recurred']);
    const short = await markPair(supervisor(), ...ids, { marks: '0', grounds: '无关' });
    expect(short).toMatchObject({ code: 'badInput', problems: [{ field: 'grounds' }] });
    expect(await markPair(supervisor(), ...ids, { marks: '0', grounds })).toEqual({ ok: true });
    expect(await inMonth('2025-12-01', 'lasting30')).toEqual([1, 1, 0, 'struckOff']);
    const [link] = (await readCaseLinks(supervisor(), fix.appealId)).after;
    expect(link?.struck).toBe(true);
    expect(await markPair(supervisor(), ...ids, { marks: '0', grounds })).toMatchObject({
      code: 'markedMeanwhile',
    });
    expect(await markPair(supervisor(), ...ids, { marks: '1', grounds })).toEqual({ ok: true });
    expect(await inMonth('2025-12-01', 'lasting30')).toEqual([1, 1, 0, 'recurred']);
    const marks = (await readPair(supervisor(), ...ids))?.marks ?? [];
    expect(marks.map((it) => [it.nth, it.struck, it.by])).toEqual([
      [2, false, '周敏'],
      [1, true, '周敏'],
    ]);
    await expect(db().afterEffectMark.deleteMany()).rejects.toThrow();
    await expect(db().afterEffectMark.updateMany({ data: { struck: true } })).rejects.toThrow();
  });

  it('is never of the unit whose fix it was, and supervises', async () => {
    const { ids } = await pairOf('壬园 1 号楼');
    expect((await readPair(supervisor(), ...ids))?.mayMark).toBe(true);
    for (const actor of [await supervisorOf('liuwan'), person('shenhuaiyuan')]) {
      expect((await readPair(actor, ...ids))?.mayMark).toBe(false);
      expect(await markPair(actor, ...ids, { marks: '0', grounds })).toMatchObject({
        code: 'notFound',
      });
    }
    for (const login of ['zhaolimin', 'wangxiulan', 'chenjing']) {
      expect(await readPair(person(login), ...ids)).toBeNull();
    }
    expect(await readPair(supervisor(), 'no key', ids[1])).toBeNull();
  });

  it('sees the other case, where a unit is told of its own alone and whoever is barred of none', async () => {
    const { fix, later, ids } = await pairOf('癸园 1 号楼');
    const handler = person('zhaolimin');
    expect((await readCaseLinks(handler, fix.appealId)).after).toEqual([]);
    expect((await readCaseLinks(handler, later.appealId)).before).toHaveLength(1);
    await take(later, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'), atDay(at, 6));
    expect((await readCaseLinks(handler, fix.appealId)).after).toHaveLength(1);

    const barring = { whom: 'self', reason: '说的是我妹夫' };
    const before = await inMonth('2025-12-01', 'lasting30', 'shenhuaiyuan');
    await take(later, 'recuse', barring, supervisor(), atDay(at, 7));
    expect((await readCaseLinks(supervisor(), fix.appealId)).after).toEqual([]);
    expect(await readPair(supervisor(), ...ids)).toBeNull();
    expect(await inMonth('2025-12-01', 'lasting30', 'shenhuaiyuan')).toEqual(before);
    const mine = await inMonth('2025-12-01', 'lasting30');
    expect(mine.filter((it) => it === 'lasts')).toHaveLength(1);
    expect(before.filter((it) => it === 'lasts')).toHaveLength(0);
  });
});

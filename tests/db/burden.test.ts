import { beforeAll, describe, expect, it } from 'vitest';
import { type Filed, fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import type { BurdenCounts } from '@/lib/measures/burden/count';
import { type BurdenCount, burdenKeys } from '@/lib/measures/burden/define';
import { keepBurden } from '@/lib/measures/burden/month';
import { type Burden, readBurden } from '@/lib/measures/burden/read';
import { monthWith } from '@/lib/measures/period';
import { type Actor, mintResident, mintSystem, mintVoice, playing } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

/** Every test has its own month. */

const zone = 'Asia/Shanghai';
const hourMs = 3_600_000;
type Case = Extract<Filed, { ok: true }>;

beforeAll(ready);

/** Steps an hour apart, from the first on. */
function playingFrom(first: string) {
  let at = new Date(first).getTime();
  const next = () => {
    at += hourMs;
    return new Date(at);
  };
  return {
    async file(more: { trial?: boolean } = {}): Promise<Case> {
      const { trial = false } = more;
      const code = await db().category.findUniqueOrThrow({ where: { code: 'heating-cold' } });
      const input = {
        what: '暖气不热',
        place: `荷园 ${newId()}`,
        phone: '13812345678',
        categoryId: code.id,
      };
      const by = trial ? person('wukai') : mintResident();
      const done = await fileAppeal({ input, trial }, playing(by, next()));
      if (!done.ok) throw new Error(JSON.stringify(done));
      return done;
    },
    async take({ appealId }: Case, verb: Verb, input: object, by: Actor) {
      const done = await perform({ appealId, verb, input }, playing(by, next()));
      if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
    },
  };
}

async function burdenOf(on: string, unit: string | null = null, by = person('zhoumin')) {
  const period = monthWith(on, zone);
  const told = await readBurden(by, { period, unit, at: period.until });
  if (!told.ok) throw new Error(told.code);
  return told;
}

const numbers = (count: BurdenCount | null | undefined) => burdenKeys.map((it) => count?.[it]);
const ofUnit = ({ byUnit }: Burden, code: string) =>
  numbers(byUnit.find((it) => it.unit.code === code)?.count);
const forms = ({ byForm }: Burden) =>
  Object.fromEntries(byForm.map((it) => [it.verb, it.count.forms]));

const handler = () => person('zhaolimin');
const said = '看过了，阀门坏了，明天就换';

/** A case of the street, accepted. */
async function accepted(play: ReturnType<typeof playingFrom>, more = {}): Promise<Case> {
  const it = await play.file(more);
  await play.take(it, 'dispatch', { unitId: unitId('liuwan') }, person('chenjing'));
  await play.take(it, 'accept', {}, handler());
  return it;
}

describe('an example counted by hand', () => {
  const on = '2024-03-15';
  beforeAll(async () => {
    const play = playingFrom('2024-03-04T01:00:00Z');
    const one = await accepted(play);
    // Said twice in one round, and the second time in the same words but for spaces.
    await play.take(one, 'contact', { how: 'visit', said }, handler());
    await play.take(one, 'contact', { how: 'telephone', said: ` ${said} ` }, handler());
    const called = {
      unit1: unitId('heating'),
      whatFor1: '请来看看阀门',
      unit2: unitId('housing'),
      whatFor2: '请看外墙',
    };
    await play.take(one, 'whistle', called, handler());
    await play.take(one, 'reportIn', {}, person('guotao'));
    // The same words from another unit are its own.
    const reported = { outcome: 'reported', found: said, decided: '换' };
    await play.take(one, 'reportBack', reported, person('guotao'));
    // Two vain attempts come before a question, and are no account of anything.
    for (const how of ['telephone', 'visit'])
      await play.take(one, 'missContact', { how }, handler());
    await play.take(one, 'ask', { question: '周末在家吗' }, handler());
    const question = await db().question.findFirstOrThrow({ where: { appealId: one.appealId } });
    const told = { questionId: question.id, words: '在' };
    await play.take(one, 'answerQuestion', told, mintVoice(one.voiceId, one.appealId));
    await play.take(one, 'ask', { question: '那几点在家' }, handler());
    const answer = { outcome: 'done', answer: '阀门换好了，家里热了', silentReason: '没等到' };
    await play.take(one, 'resolve', answer, handler());
    // A second case with one form of the street.
    await accepted(play);
    // A trial counts nowhere.
    await accepted(play, { trial: true });
    // Nor does a form of the month after.
    const later = playingFrom('2024-03-31T16:00:00Z');
    await later.take(
      await later.file(),
      'dispatch',
      { unitId: unitId('liuwan') },
      person('chenjing'),
    );
  });

  it('forms, texts, cases, sent again, copied, questions and those asked again', async () => {
    const told = await burdenOf(on);
    // accept, contact and missContact twice, whistle, ask twice, resolve; and accept. Texts: 2 + 2 + 2 + 2.
    expect(numbers(told.told)).toEqual([10, 8, 2, 1, 1, 2, 1]);
    // chenjing twice without words; guotao reported in, and back with two texts.
    expect(numbers(told.others)).toEqual([4, 2, 2, 0, 0, 0, 0]);
    expect(ofUnit(told, 'liuwan')).toEqual([10, 8, 2, 1, 1, 2, 1]);
    expect(ofUnit(told, 'heating')).toEqual([2, 2, 1, 0, 0, 0, 0]);
    expect(ofUnit(told, 'hotline')).toEqual([2, 0, 2, 0, 0, 0, 0]);
  });

  it('by kind of form, by subject, by who called', async () => {
    const told = await burdenOf(on);
    expect(forms(told)).toEqual({
      accept: 2,
      contact: 2,
      missContact: 2,
      ask: 2,
      whistle: 1,
      resolve: 1,
    });
    expect(told.byTopic.map((it) => [it.branch?.code, ...numbers(it.count)])).toEqual([
      ['supply', 10, 8, 2, 1, 1, 2, 1],
    ]);
    expect(told.byCaller.map(({ unit, ...it }) => [unit.code, it])).toEqual([
      ['liuwan', { calls: 1, forms: 2, texts: 2 }],
    ]);
  });

  it('a unit alone: all its people, whatever its kind, and no steps of the system', async () => {
    const told = await burdenOf(on, 'heating');
    expect(numbers(told.told)).toEqual([2, 2, 1, 0, 0, 0, 0]);
    expect(told.others).toBeNull();
    expect(told.either).toBeNull();
    expect(forms(told)).toEqual({ reportIn: 1, reportBack: 1 });
  });
});

describe('what is not told twice', () => {
  it('in another round, of another unit, in other words, or too short to be copied', async () => {
    const on = '2024-04-15';
    const play = playingFrom('2024-04-02T01:00:00Z');
    const one = await accepted(play);
    await play.take(one, 'contact', { how: 'visit', said }, handler());
    await play.take(one, 'resolve', { outcome: 'done', answer: '好了' }, handler());
    const no = { solved: 'no', result: 'neutral', handling: 'neutral', pressed: 'no', round: '1' };
    await play.take(one, 'judge', no, mintVoice(one.voiceId, one.appealId));
    await play.take(one, 'accept', {}, handler());
    const otherwise = { how: 'visit', said: `${said.slice(0, -1)}修` };
    await play.take(one, 'contact', otherwise, handler());
    const elsewhere = { unitId: unitId('chengguan'), reason: '换一家' };
    await play.take(one, 'redispatch', elsewhere, person('chenjing'));
    await play.take(one, 'accept', {}, person('maqiang'));
    await play.take(one, 'contact', { how: 'visit', said }, person('maqiang'));
    await play.take(one, 'resolve', { outcome: 'done', answer: '好了' }, person('maqiang'));
    const told = await burdenOf(on);
    expect([told.told.forms, told.told.again, told.told.copied]).toEqual([8, 0, 0]);
  });

  it('but what a month before was sent in the round is known', async () => {
    const before = playingFrom('2024-05-30T01:00:00Z');
    const one = await accepted(before);
    await before.take(one, 'contact', { how: 'visit', said }, handler());
    const after = playingFrom('2024-06-03T01:00:00Z');
    await after.take(one, 'contact', { how: 'visit', said }, handler());
    const [may, june] = [await burdenOf('2024-05-15'), await burdenOf('2024-06-15')];
    expect([may.told.again, may.told.copied]).toEqual([0, 0]);
    expect([june.told.forms, june.told.again, june.told.copied]).toEqual([1, 1, 1]);
  });

  it('a merge is one form, though two cases tell of it', async () => {
    const play = playingFrom('2024-07-02T01:00:00Z');
    const [one, other] = [await play.file(), await play.file()];
    await play.take(
      one,
      'merge',
      { number: other.caseNumber, reason: '同一件事' },
      person('chenjing'),
    );
    const told = await burdenOf('2024-07-15');
    expect(await db().event.count({ where: { verb: 'merge' } })).toBe(2);
    expect(told.others?.forms).toBe(1);
  });
});

it('steps the system took stand beside those of staff, and reports beside both', async () => {
  const play = playingFrom('2024-08-02T01:00:00Z');
  const one = await accepted(play);
  const { personId } = handler();
  await play.take(one, 'assign', { personId }, person('wangxiulan'));
  expect((await burdenOf('2024-08-15')).either).toEqual({ system: 0, staff: 2 });
  await play.take(one, 'assign', { because: 'left', forPersonId: personId }, mintSystem());
  const { fromOn, toOn } = monthWith('2024-07-15', zone);
  const madeAt = new Date('2024-07-31T22:00:00Z');
  await db().report.create({
    data: { id: newId(), kind: 'month', fromOn, toOn, zone, madeAt, figures: {} },
  });
  const told = await burdenOf('2024-08-15');
  expect(told.either).toEqual({ system: 1, staff: 2 });
  expect(told.selfMade).toEqual({ day: 0, week: 0, month: 1, openMonth: 0, openQuarter: 0 });
  expect((await burdenOf('2024-07-15')).selfMade.month).toBe(0);
});

describe('a month that takes long to count', () => {
  const on = '2024-03-15';
  const march = monthWith(on, zone);
  const slow = () => db().burdenMonth.updateMany({ data: { tookMs: 1_000 } });
  /** Numbers nobody could have counted, so that it shows where they come from. */
  const invented = async () => {
    const kept = await db().burdenMonth.findUniqueOrThrow({ where: { fromOn: march.fromOn } });
    const counts = kept.counts as unknown as BurdenCounts;
    const rows = counts.rows.map((it) => ({ ...it, forms: it.forms + 1_000 }));
    await db().burdenMonth.update({
      where: { fromOn: march.fromOn },
      data: { counts: { ...counts, rows } as object },
    });
  };
  const readAt = async (at: Date, unit: string | null = null, by = person('zhoumin')) => {
    const told = await readBurden(by, { period: march, unit, at });
    if (!told.ok) throw new Error(told.code);
    return told;
  };
  const later = (ms: number) => new Date(march.until.getTime() + ms);

  beforeAll(async () => {
    expect(await keepBurden(march.until)).toBe(4);
  });

  it('is shown as it was counted last, which is what counting it comes to', async () => {
    const counted = await readAt(march.until);
    expect(counted.countedAt).toBeNull();
    await slow();
    const kept = await readAt(later(hourMs));
    expect(kept.countedAt).toEqual(march.until);
    expect({ ...kept, countedAt: null }).toEqual(counted);
    await invented();
    expect((await readAt(later(hourMs))).told.forms).toBe(counted.told.forms + 1_000);
  });

  it('is counted when asked for where that is quick, the numbers are old, or others counted them', async () => {
    const forms = 10;
    const rowOf = { where: { fromOn: march.fromOn } };
    expect((await readAt(later(48 * hourMs + 1))).told.forms).toBe(forms);
    for (const data of [{ tookMs: 20 }, { made: 'otherwise' }, { zone: 'Asia/Urumqi' }]) {
      const before = await db().burdenMonth.findUniqueOrThrow(rowOf);
      await db().burdenMonth.update({ ...rowOf, data });
      expect((await readAt(later(hourMs))).told.forms, JSON.stringify(data)).toBe(forms);
      const { tookMs, made, zone: known } = before;
      await db().burdenMonth.update({ ...rowOf, data: { tookMs, made, zone: known } });
    }
    expect((await readAt(later(hourMs))).told.forms).toBe(forms + 1_000);
    // While a month is not over two hours are long.
    await db().burdenMonth.update({ ...rowOf, data: { countedAt: later(-hourMs) } });
    expect((await readAt(later(0))).told.forms).toBe(forms + 1_000);
    expect((await readAt(later(2 * hourMs))).told.forms).toBe(forms);
    await db().burdenMonth.update({ ...rowOf, data: { countedAt: march.until } });
  });

  it('is counted for a unit, for part of a month, and for whoever is barred from a case', async () => {
    expect((await readAt(later(hourMs), 'liuwan')).told.forms).toBe(10);
    const part = { ...march, until: later(-1) };
    const told = await readBurden(person('zhoumin'), {
      period: part,
      unit: null,
      at: later(hourMs),
    });
    expect(told).toMatchObject({ ok: true, told: { forms: 10 } });
    const one = await db().appeal.findFirstOrThrow();
    const recusal = await db().recusal.create({
      data: {
        id: newId(),
        appealId: one.id,
        personId: person('zhoumin').personId,
        ground: 'named',
        seq: 1,
        at: march.until,
      },
    });
    expect((await readAt(later(hourMs))).countedAt).toBeNull();
    await db().recusal.update({ where: { id: recusal.id }, data: { endedAt: march.until } });
    expect((await readAt(later(hourMs))).countedAt).toEqual(march.until);
  });

  it('is counted anew when it has grown old, and not before', async () => {
    expect(await keepBurden(march.until)).toBe(0);
    // March is over by then, April has begun.
    expect(await keepBurden(later(54 * 60_000))).toBe(0);
    expect(await keepBurden(later(56 * 60_000))).toBe(1);
    expect(await keepBurden(later(24 * hourMs))).toBe(4);
    const kept = await db().burdenMonth.findUniqueOrThrow({ where: { fromOn: march.fromOn } });
    expect(kept.countedAt).toEqual(later(24 * hourMs));
  });
});

describe('who reads it', () => {
  it('a leader their own unit, though they ask for all; another unit is none', async () => {
    const on = '2024-03-15';
    const period = monthWith(on, zone);
    const told = await burdenOf(on, null, person('wangxiulan'));
    expect(told.unit?.code).toBe('liuwan');
    expect(told.byUnit.map((it) => it.unit.code)).toEqual(['liuwan']);
    expect(told.told.forms).toBe(10);
    const asked = { period, unit: 'heating', at: period.until };
    expect(await readBurden(person('wangxiulan'), asked)).toMatchObject({ code: 'unknownUnit' });
    expect((await readBurden(person('zhoumin'), asked)).ok).toBe(true);
  });

  it.each(['chenjing', 'zhaolimin', 'fangzheng', 'linxiao', 'wukai', 'sunyue'])(
    'nobody else: %s',
    async (login) => {
      const period = monthWith('2024-03-15', zone);
      const told = await readBurden(person(login), { period, unit: null, at: period.until });
      expect(told).toMatchObject({ ok: false, code: 'notFound' });
    },
  );
});

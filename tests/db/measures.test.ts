import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import type { Satisfaction, Solved } from '@/lib/appeals/records';
import { db } from '@/lib/db/client';
import {
  type CasePage,
  casesBehind,
  casesListed,
  type Which,
  whichWords,
} from '@/lib/measures/cases';
import {
  furtherKeys,
  headlineKeys,
  type MeasureKey,
  type Origin,
  origins,
} from '@/lib/measures/define';
import { listKeys } from '@/lib/measures/lists';
import { monthWith, weekWith } from '@/lib/measures/period';
import {
  type Further,
  furtherMeasures,
  type Overview,
  overview,
  type Tallies,
} from '@/lib/measures/queries';
import type { Tally } from '@/lib/measures/tally';
import { trend } from '@/lib/measures/trend';
import { weekChanges } from '@/lib/measures/week';
import {
  type Actor,
  mintImport,
  mintPerson,
  mintResident,
  mintSystem,
  mintVoice,
  playing,
} from '@/lib/people/actor';
import { type Cast, installCast } from '@/prisma/seed/install-cast';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

/**
 * A month of the county, played through the verbs; what every number must be is worked out by hand
 * beside each case. Wall time is that of Beijing.
 */

const zone = 'Asia/Shanghai';
const october = monthWith('2026-10-01', zone);
const askedAt = on('11-10 12:00');

let own: OwnDatabase;
let cast: Cast;

function on(written: string): Date {
  const [day, time = ''] = written.split(' ');
  return new Date(`2026-${day}T${time.length > 5 ? time : `${time}:00`}+08:00`);
}

const actor = (login: string) => {
  const found = cast.actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
};

interface Case {
  appealId: string;
  voiceId: string;
}

async function filed(at: string, by: Actor = mintResident(), more: object = {}): Promise<Case> {
  const input = {
    what: '楼道的灯坏了两个星期',
    place: '安康里 6 号楼',
    phone: '13812345678',
    ...more,
  };
  const result = await fileAppeal({ input }, playing(by, on(at)));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

async function take({ appealId }: Case, verb: Verb, input: object, by: Actor, at: string) {
  const result = await perform({ appealId, verb, input }, playing(by, on(at)));
  if (!result.ok) throw new Error(`${verb} at ${at}: ${JSON.stringify(result)}`);
}

const dispatched = (it: Case, unit: string, at: string) =>
  take(
    it,
    'dispatch',
    { unitId: cast.units.get(unit), urgency: 'ordinary' },
    actor('chenjing'),
    at,
  );

const contacted = async (it: Case, handler: string, at: string) => {
  await take(it, 'accept', {}, actor(handler), at);
  await take(it, 'contact', { how: 'telephone', said: '约好上门' }, actor(handler), at);
};

const resolved = (it: Case, handler: string, at: string, outcome = 'done') =>
  take(
    it,
    'resolve',
    { outcome, answer: '已经换好', basis: '不归本县管', route: '请找供电公司' },
    actor(handler),
    at,
  );

type Said = [Solved, Satisfaction, Satisfaction];

const judged = (it: Case, round: number, said: Said, at: string, pressed = 'no') => {
  const [solved, result, handling] = said;
  const input = { round: `${round}`, solved, more: 'enough', result, handling, pressed };
  return take(it, 'judge', input, mintVoice(it.voiceId, it.appealId), at);
};

const happy: Said = ['yes', 'satisfied', 'satisfied'];

/** One whole round: filed and contacted on the first day, resolved on the next. */
async function answered(
  unit: string,
  handler: string,
  day: string,
  next: string,
  outcome?: string,
) {
  const it = await filed(`${day} 09:00`);
  await dispatched(it, unit, `${day} 09:10`);
  await contacted(it, handler, `${day} 10:00`);
  await resolved(it, handler, `${next} 10:00`, outcome);
  return it;
}

beforeAll(async () => {
  own = await ownDatabase();
  cast = await installCast();
  await notSolvedThenSolved();
  await silentThenLate();
  await interviewOnly();
  await atTheDesk();
  await cannotBeDone();
  await forACaller();
  await neverContacted();
  await declinedAndWithdrawn();
  await passedOn();
  await atMidnight();
  await joined();
  await thriceInNovember();
  await manyAtOnceInSeptember();
  await sentBackAndReopenedInAugust();
});

/** Liuwan. Round 1: contacted in time; no, dissatisfied, neutral; pressed. Round 2: late; all yes. */
async function notSolvedThenSolved() {
  const it = await answered('liuwan', 'zhaolimin', '10-09', '10-10');
  await judged(it, 1, ['no', 'dissatisfied', 'neutral'], '10-11 09:00', 'yes');
  await contacted(it, 'zhaolimin', '10-12 12:00');
  await resolved(it, 'zhaolimin', '10-13 10:00');
  await judged(it, 2, happy, '10-14 09:00');
}

/** Liuwan. Silent until the time was over; in November *partly*, satisfied, neutral: counts for October. */
async function silentThenLate() {
  const it = await answered('liuwan', 'zhaolimin', '10-12', '10-13');
  await take(it, 'lapse', {}, mintSystem(), '10-22 09:00');
  await judged(it, 1, ['partly', 'satisfied', 'neutral'], '11-03 09:00');
}

/** Chengguan. Tried twice; no verdict; an interviewer heard yes, satisfied, satisfied. */
async function interviewOnly() {
  const it = await filed('10-15 09:00');
  await dispatched(it, 'chengguan', '10-15 09:10');
  await take(it, 'accept', {}, actor('maqiang'), '10-15 09:30');
  await take(it, 'missContact', { how: 'telephone' }, actor('maqiang'), '10-15 10:00');
  await take(it, 'missContact', { how: 'telephone' }, actor('maqiang'), '10-15 11:30');
  await resolved(it, 'maqiang', '10-16 10:00');
  const call = { round: '1', voiceId: it.voiceId };
  const heard = { reached: 'yes', solved: 'yes', result: 'satisfied', handling: 'satisfied' };
  await take(it, 'interview', { ...call, reached: 'no' }, actor('linxiao'), '10-17 10:00');
  await take(it, 'interview', { ...call, ...heard }, actor('linxiao'), '10-18 10:00');
}

/** The hotline's own answer: no contact limit; yes, satisfied, dissatisfied. */
async function atTheDesk() {
  const it = await filed('10-16 09:00');
  await take(it, 'answer', { answer: '周一至周五办理' }, actor('sunyue'), '10-16 09:20');
  await judged(it, 1, ['yes', 'satisfied', 'dissatisfied'], '10-17 09:00');
}

/** Chengguan. In time; cannot be done: *yes, it was explained* is not a yes to solved. */
async function cannotBeDone() {
  const it = await answered('chengguan', 'maqiang', '10-19', '10-20', 'cannot');
  await judged(it, 1, happy, '10-21 09:00');
}

/** Liuwan, filed by an operator: in a column of its own. */
async function forACaller() {
  const it = await filed('10-21 09:00', actor('sunyue'), { channel: 'telephone' });
  await dispatched(it, 'liuwan', '10-21 09:10');
  await contacted(it, 'zhaolimin', '10-21 10:00');
  await resolved(it, 'zhaolimin', '10-22 10:00');
  await judged(it, 1, happy, '10-23 09:00');
}

/** Chengguan. Due on 26 October and still owed; the promise is broken too. */
async function neverContacted() {
  const it = await filed('10-25 09:00');
  await dispatched(it, 'chengguan', '10-25 09:10');
  await take(it, 'accept', {}, actor('maqiang'), '10-25 09:30');
}

/** Declined with no unit; withdrawn in Liuwan before the contact limit, under pressure. */
async function declinedAndWithdrawn() {
  const declined = await filed('10-12 09:00');
  const why = { class: 'otherProcedure', reason: '法院已受理', route: '请等法院判决' };
  await take(declined, 'decline', why, actor('chenjing'), '10-12 10:00');
  const it = await filed('10-13 09:00');
  await dispatched(it, 'liuwan', '10-13 09:10');
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it, 'withdraw', { pressed: 'yes' }, voice, '10-13 10:00');
}

/** Liuwan let the limit go by, then Chengguan contacted in time; withdrawn. */
async function passedOn() {
  const it = await filed('10-26 09:00');
  await dispatched(it, 'liuwan', '10-26 09:10');
  const other = { unitId: cast.units.get('chengguan'), reason: '不在辖区' };
  await take(it, 'redispatch', other, actor('chenjing'), '10-28 09:00');
  await contacted(it, 'maqiang', '10-28 10:00');
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it, 'withdraw', { pressed: 'no' }, voice, '10-30 10:00');
}

/** Liuwan, both contacted in October; one judged in its last moment, one in November's first. */
async function atMidnight() {
  const last = await answered('liuwan', 'zhaolimin', '10-29', '10-30');
  await judged(last, 1, happy, '10-31 23:59:59.999');
  const first = await answered('liuwan', 'zhaolimin', '10-29', '10-30');
  await judged(first, 1, happy, '11-01 00:00:00.000');
}

/** Liuwan. Two Voices: the filer says yes, the other says nothing. */
async function joined() {
  const it = await filed('10-05 09:00');
  await db().voice.create({
    data: {
      id: newId(),
      appealId: it.appealId,
      role: 'joined',
      reach: 'link',
      secret: false,
      locale: 'zh',
      generation: 1,
      joinedAt: on('10-05 09:05'),
    },
  });
  await dispatched(it, 'liuwan', '10-05 09:10');
  await contacted(it, 'zhaolimin', '10-05 10:00');
  await resolved(it, 'zhaolimin', '10-06 10:00');
  await judged(it, 1, happy, '10-07 09:00');
  await take(it, 'lapse', {}, mintSystem(), '10-15 09:00');
}

/** Chengguan. In its third round since 7 November; nothing of it in October. */
async function thriceInNovember() {
  const it = await answered('chengguan', 'maqiang', '11-02', '11-03');
  await judged(it, 1, ['no', 'neutral', 'neutral'], '11-04 09:00');
  await contacted(it, 'maqiang', '11-04 10:00');
  await resolved(it, 'maqiang', '11-05 10:00');
  await judged(it, 2, ['no', 'neutral', 'neutral'], '11-07 09:00');
}

/** More than a page of desk answers, all counted at one instant. */
async function manyAtOnceInSeptember() {
  for (let i = 0; i < 27; i++) {
    const it = await filed('09-07 09:00');
    await take(it, 'answer', { answer: '周一至周五办理' }, actor('sunyue'), '09-07 09:20');
    await judged(it, 1, happy, '09-08 09:00');
  }
}

async function otherDispatcher(): Promise<Actor> {
  const { unitId, unitPath } = actor('chenjing');
  const who = { id: newId(), name: '周强', unitId, roles: ['dispatcher'] };
  await db().person.create({ data: { ...who, login: 'zhouqiang' } });
  return mintPerson({ ...who, unitPath });
}

/** Sent back by Liuwan after half an hour; Chengguan answers, the resident is content; reopened and answered again. */
async function sentBackAndReopenedInAugust() {
  const it = await filed('08-03 09:00');
  await dispatched(it, 'liuwan', '08-03 09:10');
  const back = { betterUnitId: cast.units.get('chengguan'), reason: '不在辖区' };
  await take(it, 'sendBack', back, actor('zhaolimin'), '08-03 09:40');
  const given = { unitId: cast.units.get('chengguan'), urgency: 'ordinary' };
  await take(it, 'dispatch', given, await otherDispatcher(), '08-03 10:10');
  await contacted(it, 'maqiang', '08-03 11:00');
  await resolved(it, 'maqiang', '08-04 10:00');
  await judged(it, 1, happy, '08-05 09:00');
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it, 'reopen', { reason: '灯又坏了' }, voice, '08-06 09:00');
  await contacted(it, 'maqiang', '08-06 10:00');
  await resolved(it, 'maqiang', '08-07 10:00');
  await judged(it, 2, happy, '08-08 09:00');
}

const tally = (due: number, of: number, yes: number, more: Partial<Tally> = {}): Tally => ({
  due,
  answered: of,
  yes,
  late: 0,
  heard: 0,
  heardYes: 0,
  ...more,
});

async function asked(unit: string | null = null, period = october): Promise<Overview> {
  const compareWith = monthWith('2026-09-01', zone);
  const result = await overview(actor('zhoumin'), { period, unit, at: askedAt, compareWith });
  if (!result.ok) throw new Error(result.code);
  return result;
}

const interview = { heard: 1, heardYes: 1 };

const liuwan: Tallies = {
  // One of them passed on without contact after the limit: late all the same.
  response: tally(7, 7, 5),
  solved: tally(6, 5, 3, { late: 1 }),
  satisfiedResult: tally(6, 5, 4, { late: 1 }),
  satisfiedHandling: tally(6, 5, 3, { late: 1 }),
};
const chengguan: Tallies = {
  response: tally(4, 4, 3),
  solved: tally(2, 1, 0, interview),
  satisfiedResult: tally(2, 1, 1, interview),
  satisfiedHandling: tally(2, 1, 1, interview),
};
const desk: Tallies = {
  response: tally(0, 0, 0),
  solved: tally(1, 1, 1),
  satisfiedResult: tally(1, 1, 1),
  satisfiedHandling: tally(1, 1, 0),
};
const county: Tallies = {
  response: tally(11, 11, 8),
  solved: tally(9, 7, 4, { late: 1, ...interview }),
  satisfiedResult: tally(9, 7, 6, { late: 1, ...interview }),
  satisfiedHandling: tally(9, 7, 4, { late: 1, ...interview }),
};
const october10 = {
  overdue: 1,
  thirdRound: 1,
  supervised: 0,
  parked: 0,
  onQuestion: 0,
  onTest: 0,
  caused: 0,
  pressed: 2,
  unresolved: 3,
  unasked: 0,
  passedOn: 1,
  silentCalls: 0,
  // In its third round since 7 November.
  unhappy: 1,
  pressedOpen: 0,
  // Accepted on 25 October, and nothing since.
  unmoved: 1,
  unserved: 2,
  open: 2,
  filed: 13,
  // One is never contacted, and one was judged in the first moment of November.
  closed: 11,
};

describe('the numbers of October', () => {
  test('of the county', async () => {
    const found = await asked();
    expect(found.all.own).toEqual(county);
    expect(found.lists).toEqual(october10);
    expect(found.rounds).toEqual({ own: 8, forCaller: 1, imported: 0 });
  });

  test('of what staff filed, apart', async () => {
    const one = tally(1, 1, 1);
    expect((await asked()).all.forCaller).toEqual({
      response: one,
      solved: one,
      satisfiedResult: one,
      satisfiedHandling: one,
    });
  });

  test('by unit, which add up to the whole', async () => {
    const { byUnit } = await asked();
    expect(Object.fromEntries(byUnit.map((it) => [it.unit.code, it.tallies]))).toEqual({
      liuwan,
      chengguan,
      hotline: desk,
    });
  });

  test('of one unit, and of one with those below it', async () => {
    expect((await asked('liuwan')).all.own).toEqual(liuwan);
    expect((await asked('liuwan')).lists).toEqual({
      overdue: 0,
      thirdRound: 0,
      supervised: 0,
      parked: 0,
      onQuestion: 0,
      onTest: 0,
      caused: 0,
      pressed: 2,
      unresolved: 1,
      unasked: 0,
      passedOn: 1,
      silentCalls: 0,
      unhappy: 0,
      pressedOpen: 0,
      unmoved: 0,
      unserved: 0,
      open: 0,
      filed: 7,
      closed: 6,
    });
    const { all } = await asked('chenghe');
    expect(all.own.solved).toEqual(tally(8, 6, 3, { late: 1, ...interview }));
  });

  test('compared with September', async () => {
    expect((await asked()).before.solved).toEqual(tally(27, 27, 27));
  });

  test('a verdict changed behind the log moves exactly one figure by one', async () => {
    const flip = (from: string, to: string) =>
      withClient(own.adminUrl, (client) =>
        client.query(
          `UPDATE "Verdict" SET result = $2 WHERE result = $1 AND at = $3 RETURNING id`,
          [from, to, on('10-21 09:00')],
        ),
      );
    expect((await flip('satisfied', 'neutral')).rowCount).toBe(1);
    const { all } = await asked();
    await flip('neutral', 'satisfied');
    expect(all.own).not.toEqual(county);
    expect(all.own).toEqual({
      ...county,
      satisfiedResult: { ...county.satisfiedResult, yes: county.satisfiedResult.yes - 1 },
    });
  });
});

async function wholeList(page: (after?: string) => Promise<CasePage | { ok: false }>) {
  const rows = [];
  let after: string | undefined;
  do {
    const found = await page(after);
    if (!found.ok) throw new Error('refused');
    rows.push(...found.rows);
    after = found.next ?? undefined;
  } while (after);
  return rows;
}

const behind = (measure: MeasureKey, which: Which, origin: Origin, period = october) =>
  wholeList((after) =>
    casesBehind(
      actor('zhoumin'),
      { measure, which, origin, period, unit: null, at: askedAt },
      after,
    ),
  );

async function askedFurther(unit: string | null = null, period = october): Promise<Further> {
  const result = await furtherMeasures(actor('zhoumin'), { period, unit, at: askedAt });
  if (!result.ok) throw new Error(result.code);
  return result;
}

describe('the measures beside the headline', () => {
  test('of October', async () => {
    const { tallies } = await askedFurther();
    expect(tallies).toEqual({
      // Solved, without the second round of the first case.
      firstSolved: tally(8, 6, 3, { late: 1, ...interview }),
      // Eight answered rounds; the first went on at once, none was closed and reopened.
      reopened: tally(8, 8, 0),
      // Eight answered rounds, all with somebody to ask; nobody judged the one that was interviewed.
      unrated: tally(8, 8, 1),
      handedOver: tally(8, 8, 0),
      // Twelve namings, none sent back.
      sentBack: tally(12, 12, 0),
      promise: tally(9, 9, 9),
      extended: tally(9, 9, 0),
      parked: tally(9, 9, 0),
      // Late in the second round of the first case; never by Liuwan before it was passed on.
      accept: tally(11, 11, 9),
      dispatch: tally(11, 11, 11),
      decide: tally(0, 0, 0),
      // What was answered in September was answered at the desk: nothing there was mended.
      lasting30: tally(0, 0, 0),
      lasting90: tally(0, 0, 0),
      lasting180: tally(0, 0, 0),
    });
  });

  test('of one unit: what it held, and no time of the desk', async () => {
    const { tallies } = await askedFurther('chengguan');
    expect(tallies.promise).toEqual(tally(2, 2, 2));
    expect(tallies.accept).toEqual(tally(4, 4, 4));
    expect(tallies.dispatch).toEqual(tally(0, 0, 0));
  });

  test('of August: sent back once in three, reopened once in two, and how long it took', async () => {
    const august = monthWith('2026-08-01', zone);
    const { tallies, spans } = await askedFurther(null, august);
    expect(tallies).toEqual({
      firstSolved: tally(1, 1, 1),
      reopened: tally(2, 2, 1),
      unrated: tally(2, 2, 0),
      // The second round began with the unit that had answered the first.
      handedOver: tally(2, 2, 1),
      sentBack: tally(3, 3, 1),
      promise: tally(2, 2, 2),
      extended: tally(2, 2, 0),
      parked: tally(2, 2, 0),
      accept: tally(2, 2, 2),
      dispatch: tally(2, 2, 2),
      decide: tally(0, 0, 0),
      lasting30: tally(0, 0, 0),
      lasting90: tally(0, 0, 0),
      lasting180: tally(0, 0, 0),
    });
    expect(spans).toEqual({
      dispatch: { n: 2, median: 1200, p90: 1680 },
      accept: { n: 2, median: 3300, p90: 3540 },
      response: { n: 2, median: 3300, p90: 3540 },
      promise: { n: 2, median: 90_000, p90: 90_000 },
      decide: null,
    });
    const sent = await askedFurther('liuwan', august);
    expect(sent.tallies.sentBack).toEqual(tally(1, 1, 1));
    expect(sent.tallies.promise).toEqual(tally(0, 0, 0));
  });

  test('of days to come there is nothing yet', async () => {
    const { tallies, spans } = await askedFurther(null, monthWith('2026-12-01', zone));
    expect(Object.values(tallies)).toEqual(furtherKeys.map(() => tally(0, 0, 0)));
    expect(Object.values(spans)).toEqual([null, null, null, null, null]);
  });

  test('a broken promise stays with whoever held it when it fell due, whoever answers later', async () => {
    const november = monthWith('2026-11-01', zone);
    expect((await askedFurther('chengguan', november)).tallies.promise).toEqual(tally(3, 3, 2));
    expect((await behind('promise', 'no', 'own', november)).map((it) => it.answer)).toEqual([
      'owed',
    ]);
  });
});

describe('the cases behind a number', () => {
  test('are as many as the number says', async () => {
    const { all } = await asked();
    for (const measure of headlineKeys) {
      for (const origin of origins) {
        const { due, answered, yes, heard } = all[origin][measure];
        const [no, silent] = [answered - yes, due - answered];
        const said = { due, answered, yes, no, silent, heard, leftOut: 0 };
        for (const which of whichWords) {
          expect(await behind(measure, which, origin)).toHaveLength(said[which]);
        }
      }
    }
    const { tallies } = await askedFurther();
    for (const measure of furtherKeys) {
      const { due, yes, answered } = tallies[measure];
      expect(await behind(measure, 'due', 'own')).toHaveLength(due);
      expect(await behind(measure, 'yes', 'own')).toHaveLength(yes);
      expect(await behind(measure, 'no', 'own')).toHaveLength(answered - yes);
    }
    const { lists } = await asked();
    for (const list of listKeys) {
      const ask = { list, period: october, unit: null, at: askedAt };
      const rows = await wholeList((after) => casesListed(actor('zhoumin'), ask, after));
      expect(rows).toHaveLength(lists[list]);
    }
  });

  test('are as many as the number of a unit says, those below it left out', async () => {
    const { byUnit } = await asked();
    expect(byUnit).toHaveLength(3);
    for (const { unit, tallies } of byUnit) {
      const ask = { period: october, unit: unit.code, alone: true, at: askedAt };
      const one = { ...ask, measure: 'solved', which: 'due', origin: 'own' } as const;
      const rows = await wholeList((after) => casesBehind(actor('zhoumin'), one, after));
      expect(rows).toHaveLength(tallies.solved.due);
    }
    const district = { period: october, unit: 'chenghe', alone: true, at: askedAt };
    const none = { ...district, measure: 'solved', which: 'due', origin: 'own' } as const;
    expect(await casesBehind(actor('zhoumin'), none)).toMatchObject({ ok: true, rows: [] });
  });

  test('say what was answered, newest first', async () => {
    const rows = await behind('solved', 'no', 'own');
    expect(rows.map((it) => [it.unit?.code, it.answer, it.round, it.late])).toEqual([
      ['liuwan', 'partly', 1, true],
      ['chengguan', 'cannot', 1, false],
      ['liuwan', 'no', 1, false],
    ]);
    expect(rows[0]?.title).toContain('楼道的灯');
    const late = await behind('response', 'no', 'own');
    expect(late.map((it) => [it.unit?.code, it.answer, it.at])).toEqual([
      ['liuwan', 'late', on('10-27 09:10')],
      ['chengguan', 'waiting', on('10-26 09:10')],
      ['liuwan', 'late', on('10-12 09:00')],
    ]);
  });

  test('page by key, each once, even where all count at one instant', async () => {
    const september = monthWith('2026-09-01', zone);
    const ask = { measure: 'solved', which: 'yes', origin: 'own', period: september } as const;
    const first = await casesBehind(actor('zhoumin'), { ...ask, unit: null, at: askedAt });
    expect(first.ok && first.rows.length).toBe(25);
    const rows = await behind('solved', 'yes', 'own', september);
    expect(new Set(rows.map((it) => it.caseNumber)).size).toBe(27);
  });
});

describe('the course of things', () => {
  test('has in each month what the first page has of it, and each flow its cases', async () => {
    const periods = ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'].map((on) =>
      monthWith(on, zone),
    );
    for (const unit of [null, 'liuwan']) {
      const course = await trend(actor('zhoumin'), { unit, at: askedAt, periods, zone });
      if (!course.ok) throw new Error(course.code);
      for (const { period, tallies, flows } of course.steps) {
        const page = await asked(unit, period);
        expect(tallies).toEqual(page.all.own);
        expect(flows).toEqual({ filed: page.lists.filed, closed: page.lists.closed });
      }
    }
  });

  test('in the week of 7 September far more came and went than before, and no rate changed', async () => {
    const week = weekWith('2026-09-09', zone);
    const found = await weekChanges(actor('zhoumin'), { unit: null, at: askedAt, zone, week });
    if (!found.ok) throw new Error(found.code);
    expect(
      found.changes.map((it) =>
        it.kind === 'flow' ? [it.unit, it.against, it.flow, it.change, it.now, it.earlier] : it,
      ),
    ).toEqual([
      [null, 'before', 'filed', 'more', 27, 0],
      [null, 'before', 'closed', 'more', 27, 0],
      // One in August, closed twice.
      [null, 'past', 'filed', 'more', 27, 1],
      [null, 'past', 'closed', 'more', 27, 2],
    ]);
    const calm = { unit: null, at: askedAt, zone, week: weekWith('2026-08-24', zone) };
    expect(await weekChanges(actor('zhoumin'), calm)).toMatchObject({ ok: true, changes: [] });
  });
});

test('an import counts, in its own column, only when it is done', async () => {
  const importId = newId();
  await db().import.create({ data: { id: importId, source: 'measures', startedAt: askedAt } });
  const at = (written: string) => mintImport(importId, on(written));
  const it = await filed('10-08 09:00', at('10-08 09:00'));
  await take(
    it,
    'dispatch',
    { unitId: cast.units.get('liuwan') },
    at('10-08 09:10'),
    '10-08 09:10',
  );
  await take(it, 'accept', {}, at('10-08 09:20'), '10-08 09:20');
  const call = { how: 'telephone', said: '约好上门' };
  await take(it, 'contact', call, at('10-08 10:00'), '10-08 10:00');
  const done = { outcome: 'done', answer: '已经换好' };
  await take(it, 'resolve', done, at('10-09 10:00'), '10-09 10:00');
  await take(it, 'lapse', {}, at('10-20 10:00'), '10-20 10:00');
  expect((await asked()).rounds.imported).toBe(0);
  expect((await asked()).all.imported.response).toEqual(tally(0, 0, 0));

  await db().import.update({ where: { id: importId }, data: { finishedAt: askedAt } });
  const found = await asked();
  expect(found.rounds.imported).toBe(1);
  expect(found.all.imported.response).toEqual(tally(1, 1, 1));
  expect(found.all.imported.solved).toEqual(tally(0, 0, 0));
  expect(found.lists.unasked).toBe(1);
  expect(found.all.own).toEqual(county);
});

describe('who may ask', () => {
  const ask = { period: october, unit: null, at: askedAt, compareWith: october };
  const one = { ...ask, measure: 'solved', which: 'due', origin: 'own' } as const;
  const list = { ...ask, list: 'pressed' } as const;

  test('supervisors and inspectors; for everybody else there is nothing', async () => {
    for (const login of cast.actors.keys()) {
      const ok = login === 'zhoumin' || login === 'shenhuaiyuan';
      const answers = await Promise.all([
        overview(actor(login), ask),
        casesBehind(actor(login), one),
        casesListed(actor(login), list),
        furtherMeasures(actor(login), ask),
      ]);
      for (const answer of answers) {
        if (ok) expect(answer.ok, login).toBe(true);
        else expect(answer, login).toMatchObject({ ok: false, code: 'notFound' });
      }
    }
    for (const nobody of [mintResident(), mintSystem()]) {
      expect(await overview(nobody, ask)).toMatchObject({ ok: false, code: 'notFound' });
    }
  });

  test('a unit that is not there, or whose code is a pattern, is not found', async () => {
    for (const unit of ['nowhere', '%', '']) {
      const answer = await overview(actor('zhoumin'), { ...ask, unit });
      expect(answer).toMatchObject({ ok: false, code: 'unknownUnit' });
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { isLeftOut } from '@/lib/appeals/exclusions';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { desksOf } from '@/lib/appeals/queries/inbox-lists';
import { db } from '@/lib/db/client';
import { casesBehind } from '@/lib/measures/cases';
import { readLedger } from '@/lib/measures/exclusions';
import {
  countOpenLedger,
  quartersPrinted,
  readOpenLedger,
  settleDays,
} from '@/lib/measures/open-ledger';
import { lastDays, quarterWith } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import {
  type Actor,
  mintPerson,
  mintResident,
  mintVoice,
  type PersonActor,
  playing,
} from '@/lib/people/actor';
import { recount } from '@/lib/recount/recount';
import { wholePeriod } from '@/lib/recount/whole-period';
import { civilDateOf } from '@/lib/time/civil';
import { newId, person, ready, unitId } from '../support/county';

await ready();

const day = 86_400_000;
const zone = 'Asia/Shanghai';
const began = Date.now();
const ago = (days: number) => new Date(began - days * day);

/** Somebody else who reviews, of the unit named. */
async function reviewerOf(unit: string): Promise<PersonActor> {
  const home = await db().unit.findUniqueOrThrow({ where: { code: unit } });
  const id = newId();
  const row = { id, unitId: home.id, name: '某人', login: id, roles: ['reviewer'] };
  await db().person.create({ data: row });
  return mintPerson({
    id,
    name: '某人',
    unitId: home.id,
    unitPath: home.path,
    roles: ['reviewer'],
  });
}

const attempt = (appealId: string, verb: Verb, input: object, actor: Actor) =>
  perform({ appealId, verb, input }, actor);

async function take(appealId: string, verb: Verb, input: object, actor: Actor) {
  const done = await attempt(appealId, verb, input, actor);
  if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
}

interface Case {
  appealId: string;
  voiceId: string;
  caseNumber: string;
}

/** Answered by the street and judged so, as long ago as said. */
async function judged(solved: 'yes' | 'no', days = 3): Promise<Case> {
  const filed = await fileAppeal(
    { input: { what: '路灯不亮', place: '柳湾一巷', phone: '13800001111' } },
    playing(mintResident(), ago(days + 4)),
  );
  if (!filed.ok) throw new Error(filed.code);
  const { appealId, voiceId, caseNumber } = filed;
  const handler = person('zhaolimin');
  const at = (days_: number, actor: Actor) => playing(actor, ago(days + days_));
  await take(appealId, 'dispatch', { unitId: unitId('liuwan') }, at(3, person('chenjing')));
  await take(appealId, 'accept', {}, at(2.9, handler));
  await take(appealId, 'contact', { how: 'telephone', said: '好' }, at(2.8, handler));
  await take(appealId, 'resolve', { outcome: 'done', answer: '换好灯泡了' }, at(2, handler));
  const result = solved === 'yes' ? 'satisfied' : 'dissatisfied';
  const said = { round: '1', solved, result, handling: result, pressed: 'no' };
  await take(appealId, 'judge', said, at(0, mintVoice(voiceId, appealId)));
  return { appealId, voiceId, caseNumber };
}

const claim = { round: '1', exclusionClass: 'unreasonable', evidence: '核查记录：灯是亮的' };
const when = (actor: Actor, days: number | null) =>
  days === null ? actor : playing(actor, ago(days));

const ask = ({ appealId }: Case, days: number | null = null) =>
  take(appealId, 'askExclusion', claim, when(person('zhaolimin'), days));

async function requestIn({ appealId }: Case, kind: 'exclude' | 'keepIn') {
  return (await db().request.findFirstOrThrow({ where: { appealId, kind } })).id;
}

async function decide(it: Case, leaveOut: 'yes' | 'no', by: Actor = person('fangzheng')) {
  const input = { requestId: await requestIn(it, 'exclude'), leaveOut, reason: '看过记录' };
  return attempt(it.appealId, 'decideExclusion', input, by);
}

async function object(it: Case, days: number | null = null) {
  const input = { requestId: await requestIn(it, 'exclude'), reason: '灯是我自己换的' };
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it.appealId, 'objectExclusion', input, when(voice, days));
}

async function rule(it: Case, upheld: 'yes' | 'no', by: Actor) {
  const input = { requestId: await requestIn(it, 'keepIn'), upheld, reason: '再看过' };
  return attempt(it.appealId, 'ruleExclusion', input, by);
}

const supervisor = () => person('zhoumin');
const asked = () => ({ period: lastDays(200, new Date(), zone), unit: null, at: new Date() });

async function solved() {
  const compareWith = lastDays(1, ago(400), zone);
  const found = await overview(supervisor(), { ...asked(), compareWith });
  if (!found.ok) throw new Error(found.code);
  const { all, leftOut } = found;
  return {
    before: [all.own.solved.yes, all.own.solved.answered],
    out: [leftOut.solved.yes, leftOut.solved.answered],
  };
}

/** The same in SQL and on the loaded case, for every case there is. */
async function bothSayTheSame() {
  const rounds = await db().round.findMany({ select: { id: true, appealId: true } });
  const ask = { ...asked(), measure: 'solved', which: 'leftOut', origin: 'own' } as const;
  const page = await casesBehind(supervisor(), ask);
  if (!page.ok) throw new Error(page.code);
  const inSql = page.rows.map((it) => it.key.split(' ')[0]);
  const inFile: string[] = [];
  for (const { id, appealId } of rounds) {
    const loaded = await loadCaseFile(db(), appealId);
    if (loaded && isLeftOut(loaded.file, id)) inFile.push(id);
  }
  expect(inSql.toSorted()).toEqual(inFile.toSorted());
  return inSql.length;
}

describe('an exclusion', () => {
  let another: PersonActor;

  beforeAll(async () => {
    another = await reviewerOf('oversight');
    await judged('yes');
  });

  it('changes no published figure; after exclusions stands beside, and goes with the objection', async () => {
    const it = await judged('no');
    const before = [1, 2];
    expect(await solved()).toEqual({ before, out: [0, 0] });
    await ask(it);
    expect(await solved()).toEqual({ before, out: [0, 0] });
    expect(await decide(it, 'yes')).toMatchObject({ ok: true });
    expect(await solved()).toEqual({ before, out: [0, 1] });
    expect(await bothSayTheSame()).toBe(1);
    await object(it);
    expect(await solved()).toEqual({ before, out: [0, 0] });
    expect(await bothSayTheSame()).toBe(0);
    expect(await rule(it, 'no', person('fangzheng'))).toMatchObject({ code: 'ownDecision' });
    expect(await rule(it, 'no', another)).toMatchObject({ ok: true });
    expect(await solved()).toEqual({ before, out: [0, 1] });
    expect(await bothSayTheSame()).toBe(1);
  });

  it('is decided by nobody of the unit, nor by whoever is barred; the very same otherwise may', async () => {
    const it = await judged('no');
    await ask(it);
    for (const unit of ['liuwan', 'chenghe']) {
      expect(await decide(it, 'yes', await reviewerOf(unit))).toMatchObject({ ok: false });
    }
    const bar = { whom: 'unit', unitId: unitId('oversight'), reason: '有牵连' };
    const barred = await judged('no');
    await ask(barred);
    await take(barred.appealId, 'recuse', bar, mintVoice(barred.voiceId, barred.appealId));
    expect(await decide(barred, 'yes')).toMatchObject({ ok: false, code: 'notFound' });
    expect(await decide(it, 'yes')).toMatchObject({ ok: true });
  });

  it('stands in the reviewers’ inbox, tells the resident with what to object to, and the unit', async () => {
    const it = await judged('no');
    await ask(it);
    const reviewer = person('fangzheng');
    const inboxes = await Promise.all(
      desksOf(reviewer).map((desk) => readInbox(reviewer, desk, 'all', null, zone)),
    );
    expect(JSON.stringify(inboxes)).toContain(it.caseNumber);
    await decide(it, 'yes');
    const notices = await db().notice.findMany({
      where: { appealId: it.appealId, kind: 'decideExclusion' },
      select: { voiceId: true, unitId: true },
    });
    expect(notices).toEqual(
      expect.arrayContaining([
        { voiceId: it.voiceId, unitId: null },
        { voiceId: null, unitId: unitId('liuwan') },
      ]),
    );
    expect(notices).toHaveLength(2);
    const view = await viewCase(mintVoice(it.voiceId, it.appealId), it.caseNumber);
    const words = view?.story.flatMap((entry) => Object.values(entry.words));
    expect(words).toEqual(expect.arrayContaining([claim.evidence, '看过记录']));
    expect(view?.steps.find(({ verb }) => verb === 'objectExclusion')?.refusal).toBeNull();
  });

  it('is in the ledger with everything, for those who may measure and are not barred', async () => {
    const ledger = await readLedger(supervisor(), asked());
    if (!ledger.ok) throw new Error(ledger.code);
    const part = (name: string) =>
      ledger.counts.reduce((sum, it) => (it.part === name ? sum + it.n : sum), 0);
    expect([part('stays'), part('leftOut'), part('undecided')]).toEqual([1, 2, 0]);
    expect(ledger.rows).toHaveLength(3);
    expect(ledger.rows.find((it) => it.part === 'stays')).toMatchObject({
      unitId: unitId('liuwan'),
      deciderId: unitId('oversight'),
      evidence: claim.evidence,
      grounds: '看过记录',
      objection: '灯是我自己换的',
      ruling: '再看过',
    });
    expect(ledger.effect.solved.leftOut.due).toBe(3);
    expect(await readLedger(person('zhaolimin'), asked())).toMatchObject({ code: 'notFound' });
    // The supervisor is of the unit that one case is kept from; somebody of another unit reads that one too.
    const home = await db().unit.findUniqueOrThrow({ where: { code: 'hotline' } });
    const free = mintPerson({
      id: newId(),
      name: '某人',
      unitId: home.id,
      unitPath: home.path,
      roles: ['inspector'],
    });
    const more = await readLedger(free, asked());
    expect(more.ok && more.rows.map((it) => it.part)).toEqual(
      expect.arrayContaining(['stays', 'leftOut', 'leftOut', 'undecided']),
    );
  });

  it('is counted alike from the log', async () => {
    const ask_ = { period: wholePeriod(null, null, zone), zone, at: new Date() };
    const found = await recount(ask_);
    expect(found.differences).toEqual([]);
    expect(found.counts.filter((it) => it.leftOut).reduce((sum, it) => sum + it.recounted, 0)).toBe(
      // Three rounds under each of four measures.
      12,
    );
  });
});

describe('the public ledger', () => {
  /** Long enough ago for its quarter to be settled. */
  const then = quarterWith(civilDateOf(ago(200), zone), zone);
  const days = Math.floor((began - then.from.getTime()) / day) - 20;
  const asOf = (n: number) => days - n;
  let another: PersonActor;

  async function played(n: number, leaveOut: 'yes' | 'no', solvedAs: 'yes' | 'no' = 'no') {
    const list: Case[] = [];
    for (let nth = 0; nth < n; nth++) {
      const it = await judged(solvedAs, days);
      await ask(it, asOf(1));
      const decided = await decide(it, leaveOut, playing(person('fangzheng'), ago(asOf(2))));
      if (!decided.ok) throw new Error(decided.code);
      list.push(it);
    }
    return list;
  }

  it('tells large numbers and withholds small ones, names no case, and stays as it stood', async () => {
    another = await reviewerOf('oversight');
    for (let nth = 0; nth < 6; nth++) await judged('yes', days);
    const [first, second] = await played(7, 'yes');
    if (!first || !second) throw new Error('nothing was played');
    const told = await countOpenLedger(then);
    expect(told.byUnit.rows).toMatchObject([{ of: { id: unitId('liuwan') } }]);
    expect(told.byUnit.all).toMatchObject({ leftOut: 7, refused: 0 });
    expect(told.byDecider.rows).toMatchObject([{ parts: { leftOut: 7 } }]);
    expect(told.effect.solved).toEqual({
      before: { due: 13, answered: 13, yes: 6 },
      after: { due: 6, answered: 6, yes: 6 },
    });
    // Two of them object, and one of those is ruled on: small numbers, so that the row is withheld, and the sum with it.
    await object(first, asOf(3));
    await object(second, asOf(3));
    const ruled = await rule(first, 'yes', playing(another, ago(asOf(4))));
    if (!ruled.ok) throw new Error(ruled.code);
    const small = await countOpenLedger(then);
    expect(small.byUnit).toMatchObject({ rows: [{ parts: null }], all: null });
    // Two are left that are not a yes.
    expect(small.effect.solved).toEqual({ before: { due: 13, answered: 13, yes: 6 }, after: null });
    const words = JSON.stringify(small);
    for (const secret of [first.caseNumber, claim.evidence, '看过记录', '13800001111']) {
      expect(words).not.toContain(secret);
    }
    // What comes after it was settled is in no public figure.
    const late = new Date(then.until.getTime() + (settleDays + 1) * day);
    const lately = await rule(second, 'yes', playing(another, late));
    if (!lately.ok) throw new Error(lately.code);
    expect(await countOpenLedger(then)).toEqual(small);
  });

  it('is printed once, and only of quarters that are settled', async () => {
    const at = new Date(then.until.getTime() + settleDays * day);
    expect(quartersPrinted(zone, at)[0]).toEqual(then);
    expect(quartersPrinted(zone, new Date(at.getTime() - 1))[0]).not.toEqual(then);
    expect(quartersPrinted(zone, at)).toHaveLength(4);
    const first = await readOpenLedger(then, zone);
    expect(first.effect).toEqual((await countOpenLedger(then)).effect);
    await db().unit.update({ where: { code: 'liuwan' }, data: { name: '改了名的街道' } });
    expect(await readOpenLedger(then, zone)).toEqual(first);
    expect(await db().openQuarter.count()).toBe(1);
  });
});

import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { holderAt } from '@/lib/appeals/held-by';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { readCauses } from '@/lib/appeals/queries/causes';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { sees, visibleTo } from '@/lib/appeals/queries/visible';
import { reveal } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { sweepAll } from '@/lib/jobs/sweep-all';
import { sweepTurns } from '@/lib/jobs/sweep-turns';
import { casesListed } from '@/lib/measures/cases';
import { causeRegister } from '@/lib/measures/causes';
import { periodBefore } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { mintResident, mintVoice, type PersonActor, playing } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { newId, person, ready, unitId } from '../support/county';

await ready();

const HOUR = 3_600_000;
const zone = 'Asia/Shanghai';
const ago = (days: number, hours = 0) => new Date(Date.now() - days * 24 * HOUR - hours * HOUR);
const dayOn = (days: number) => civilDateOf(ago(-days), zone);

type Act = [Verb, Record<string, unknown>, PersonActor | 'voice', Date];

async function play(acts: Act[], start: Date) {
  const input = { what: `暖气不热 ${newId()}`, place: '柳湾', phone: '13812345678' };
  const filed = await fileAppeal({ input }, playing(mintResident(), start));
  if (!filed.ok) throw new Error(filed.code);
  for (const act of acts) await must(filed, act);
  return filed;
}

type Filed = { appealId: string; voiceId: string };

async function must({ appealId, voiceId }: Filed, [verb, given, by, at]: Act) {
  const input = { ...given };
  if (given.requestId) input.requestId = (await last('request', appealId)).id;
  if (given.questionId) input.questionId = (await last('question', appealId)).id;
  const actor = by === 'voice' ? mintVoice(voiceId, appealId) : by;
  const done = await perform({ appealId, verb, input }, playing(actor, at));
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
}

const last = (table: 'request' | 'question', appealId: string) => {
  const asked = { where: { appealId }, orderBy: { seq: 'desc' } } as const;
  return table === 'request'
    ? db().request.findFirstOrThrow(asked)
    : db().question.findFirstOrThrow(asked);
};

const cadre = person('zhaolimin');
const reviewer = person('fangzheng');

/** Contacted so many days ago; two attempts to reach the resident again are on record. */
const contacted = (days: number): Act[] => [
  ['dispatch', { unitId: unitId('liuwan') }, person('chenjing'), ago(days, -1)],
  ['accept', {}, cadre, ago(days, -2)],
  ['contact', { how: 'telephone', said: '说好了' }, cadre, ago(days, -3)],
  ['missContact', { how: 'telephone' }, cadre, ago(days, -5)],
  ['missContact', { how: 'visit' }, cadre, ago(days, -7)],
];

const asks = (days: number, untilOn: string): Act => [
  'ask',
  { question: '家里几口人？', untilOn },
  cadre,
  ago(days, -8),
];

const promiseOf = (appealId: string) =>
  db().clock.findFirstOrThrow({ where: { appealId, kind: 'promise', stoppedAt: null } });

const placed = (days: number): Act[] => [
  [
    'askFor',
    {
      kind: 'cause',
      causeClass: 'rule',
      ownerUnitId: unitId('housing'),
      cause: '维修资金办法第 12 条',
      reason: '要三分之二业主签字',
    },
    cadre,
    ago(days, -9),
  ],
  ['grant', { requestId: 'last', reason: '确实' }, reviewer, ago(days, -10)],
];

it('a question that nobody answered ends on its date, three days after which the sweep comes, once', async () => {
  const late = await play([...contacted(6), asks(6, dayOn(-3))], ago(6));
  const still = await play([...contacted(1), asks(1, dayOn(2))], ago(1));
  expect((await promiseOf(late.appealId)).dueAt).toBeNull();

  expect(await sweepTurns('endHold')).toBe(1);
  const question = await db().question.findFirstOrThrow({ where: { appealId: late.appealId } });
  expect(question.endedAs).toBe('passed');
  const pause = await db().pause.findFirstOrThrow({ where: { questionId: question.id } });
  expect(pause.untilAt).toEqual(question.endedAt);
  expect(civilDateOf(pause.untilAt ?? ago(99), zone)).toBe(dayOn(-2));
  expect((await promiseOf(late.appealId)).dueAt).not.toBeNull();
  expect((await promiseOf(still.appealId)).dueAt).toBeNull();

  expect(await sweepTurns('endHold')).toBe(0);
  await sweepAll();
  expect(await db().event.count({ where: { appealId: late.appealId, verb: 'endHold' } })).toBe(1);
});

it('the resident answers while the sweep comes: one end, and the log is whole', async () => {
  const cases = await Promise.all(
    Array.from({ length: 12 }, () => play([...contacted(5), asks(5, dayOn(-1))], ago(5))),
  );
  const answers = cases.map(async ({ appealId, voiceId }) => {
    const questionId = (await last('question', appealId)).id;
    const input = { questionId, words: '三口' };
    return perform({ appealId, verb: 'answerQuestion', input }, mintVoice(voiceId, appealId));
  });
  const [swept, ...answered] = await Promise.all([sweepTurns('endHold'), ...answers]);
  const taken = answered.filter((it) => it.ok).length;
  expect(swept + taken).toBe(cases.length);
  for (const { appealId } of cases) {
    const pauses = await db().pause.findMany({ where: { clock: { appealId } } });
    expect(pauses).toHaveLength(1);
    expect(civilDateOf(pauses[0]?.untilAt ?? ago(99), zone)).toBe(dayOn(0));
  }
  expect((await verifyChains()).faults).toEqual([]);
});

it('two answers at once: one is taken, the other told that nothing waits', async () => {
  const { appealId, voiceId } = await play([...contacted(1), asks(1, dayOn(2))], ago(1));
  const questionId = (await last('question', appealId)).id;
  const answer = (words: string) =>
    perform(
      { appealId, verb: 'answerQuestion', input: { questionId, words } },
      mintVoice(voiceId, appealId),
    );
  const both = await Promise.all([answer('三口'), answer('四口')]);
  expect(both.filter((it) => it.ok)).toHaveLength(1);
  expect(both.find((it) => !it.ok)).toMatchObject({ code: 'noQuestion' });
});

it('a row on hold shows two bars and the date on which it goes on', async () => {
  const { appealId } = await play([...contacted(1), asks(1, dayOn(2))], ago(1));
  const { caseNumber } = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  const { rows } = await readInbox(cadre, 'unit', 'all', null, zone);
  const row = rows.find((it) => it.caseNumber === caseNumber);
  expect(row).toMatchObject({ verb: 'resolve', hold: 'question' });
  expect(civilDateOf(row?.dueAt ?? ago(99), zone)).toBe(dayOn(3));
});

it('supervision counts what stands still by its cause', async () => {
  const at = new Date();
  const scope = { period: periodOf(at), unit: null, at };
  const before = await counts(scope);
  await play([...contacted(1), asks(1, dayOn(2))], ago(1));
  const wish = { kind: 'test', untilOn: dayOn(20), basis: '饮用水卫生标准', reason: '送检' };
  await play(
    [
      ...contacted(1),
      ['askFor', wish, cadre, ago(1, -8)],
      ['grant', { requestId: 'last', reason: '准' }, reviewer, ago(1, -9)],
    ],
    ago(1),
  );
  const after = await counts(scope);
  expect(after.onQuestion - before.onQuestion).toBe(1);
  expect(after.onTest - before.onTest).toBe(1);
  expect(after.parked - before.parked).toBe(0);
});

const periodOf = (at: Date) => {
  const on = civilDateOf(at, zone);
  return { fromOn: on, toOn: on, from: ago(1), until: at };
};

async function counts(scope: { period: ReturnType<typeof periodOf>; unit: null; at: Date }) {
  const found = await overview(person('shenhuaiyuan'), {
    ...scope,
    compareWith: periodBefore(scope.period, zone),
  });
  if (!found.ok) throw new Error(found.code);
  return found.lists;
}

it('a cause is seen by its owner and no other department, in the database as in memory', async () => {
  const before = await play(contacted(2), ago(2));
  const { appealId, voiceId } = await play([...contacted(2), ...placed(2)], ago(2));
  const owner = person('hewei');
  for (const actor of [owner, person('guotao'), cadre, person('chenjing')]) {
    for (const id of [before.appealId, appealId]) {
      const loaded = await loadCaseFile(db(), id);
      const found = await db().appeal.count({ where: { AND: [{ id }, visibleTo(actor)] } });
      expect(found === 1).toBe(!!loaded && sees(actor, loaded.file));
    }
  }
  const visible = (actor: PersonActor) =>
    db().appeal.count({ where: { AND: [{ id: appealId }, visibleTo(actor)] } });
  expect(await visible(owner)).toBe(1);
  expect(await visible(person('guotao'))).toBe(0);
  // Whoever mends a rule needs nobody's telephone number.
  const shown = await reveal(owner, { appealId, voiceId, reason: '想问问' });
  expect(shown).toMatchObject({ ok: false, code: 'notYours' });
});

it('the owner has it on a list of their own, answers, and it is in the register', async () => {
  const { appealId } = await play([...contacted(2), ...placed(2)], ago(2));
  const owner = person('hewei');
  const { caseNumber } = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  const mine = async () =>
    (await readCauses(owner)).causes.find((it) => it.caseNumber === caseNumber);
  expect(await mine()).toMatchObject({ what: '维修资金办法第 12 条', people: 1, byOn: null });
  const { rows } = await readInbox(owner, 'unit', 'all', null, zone);
  expect(rows.find((it) => it.caseNumber === caseNumber)?.verb).toBe('answerCause');

  const at = new Date();
  const ask = { period: periodOf(at), unit: null, at };
  const lineOf = async () => {
    const lines = await causeRegister(person('zhoumin'), ask);
    if ('ok' in lines) throw new Error(lines.code);
    return lines.find((it) => it.owner.code === 'housing' && it.class === 'rule');
  };
  const unanswered = await lineOf();
  expect(unanswered?.named).toEqual(['维修资金办法第 12 条']);
  const input = { byOn: dayOn(90), plan: '年内修订办法' };
  const done = await perform({ appealId, verb: 'answerCause', input }, owner);
  expect(done.ok).toBe(true);
  expect(await mine()).toMatchObject({ byOn: dayOn(90) });
  const answered = await lineOf();
  expect(answered?.cases).toBe(unanswered?.cases);
  expect(answered?.answered).toBe((unanswered?.answered ?? 0) + 1);
  const other = await causeRegister(cadre, ask);
  expect(other).toMatchObject({ ok: false, code: 'notFound' });

  // Whoever is behind a case that became part of it waits for the same word.
  const neighbour = { what: '墙皮也掉了', place: '安康里小区 3 号楼', phone: '13800009999' };
  const joined = await fileAppeal({ input: neighbour }, mintResident());
  if (!joined.ok) throw new Error(joined.code);
  const merge = { number: caseNumber, reason: '同一件事' };
  const merged = await perform(
    { appealId: joined.appealId, verb: 'merge', input: merge },
    person('chenjing'),
  );
  expect(merged).toMatchObject({ ok: true });
  expect(await mine()).toMatchObject({ people: 2 });
  expect((await lineOf())?.people).toBe((answered?.people ?? 0) + 1);
});

it('what is overdue stands with whoever holds it, in the list as in the pure rule', async () => {
  const plain = await play(contacted(40), ago(40));
  const above = await play([...contacted(40), ...placed(40)], ago(40));
  const at = new Date();
  const listed = await casesListed(person('zhoumin'), {
    list: 'overdue',
    period: periodOf(at),
    unit: null,
    at,
  });
  if (!listed.ok) throw new Error(listed.code);
  for (const { appealId } of [plain, above]) {
    const loaded = await loadCaseFile(db(), appealId);
    const promise = loaded?.file.clocks.find((it) => it.kind === 'promise');
    if (!loaded || !promise) throw new Error('no promise');
    const holder = holderAt(loaded.file, promise, at)?.unitId;
    const { caseNumber } = loaded.file.appeal;
    expect(listed.rows.find((it) => it.caseNumber === caseNumber)?.unit?.id).toBe(holder);
  }
  const ofHousing = await casesListed(person('zhoumin'), {
    list: 'overdue',
    period: periodOf(at),
    unit: 'housing',
    at,
  });
  expect(ofHousing).toMatchObject({ rows: [{}] });
});

it('cards of that promise go to the owner; sweeping twice gives no second one', async () => {
  const { appealId } = await play([...contacted(40), ...placed(40)], ago(40));
  await sweepAll();
  await sweepAll();
  const cards = await db().event.findMany({ where: { appealId, verb: 'card' } });
  expect(cards).toHaveLength(1);
  expect(cards[0]?.data).toMatchObject({
    cards: [{ kind: 'promise', card: 'red', unitId: unitId('housing') }],
  });
  const told = await db().notice.findMany({ where: { appealId, kind: 'card' } });
  expect(told.map((it) => it.unitId)).toContain(unitId('housing'));
});

it('two reviewers grant one cause at once: one owner, one event', async () => {
  const { appealId } = await play([...contacted(2), ...placed(2).slice(0, 1)], ago(2));
  const requestId = (await last('request', appealId)).id;
  const grant = () =>
    perform({ appealId, verb: 'grant', input: { requestId, reason: '是' } }, reviewer);
  const both = await Promise.all([grant(), grant()]);
  expect(both.filter((it) => it.ok)).toHaveLength(1);
  expect(await db().cause.count({ where: { appealId } })).toBe(1);
});

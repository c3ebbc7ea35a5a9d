import { expect, it } from 'vitest';
import { type Filed, fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { readCallLimits } from '@/lib/appeals/queries/call-limits';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { casesAtSamePlace } from '@/lib/appeals/queries/same-place';
import { readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { sweepAll } from '@/lib/jobs/sweep-all';
import { callTallies } from '@/lib/measures/calls';
import { casesListed } from '@/lib/measures/cases';
import { lastDays } from '@/lib/measures/period';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { closeUnit, reopenUnit } from '@/lib/units/close-unit';
import { newId, person, ready, unitId } from '../support/county';

await ready();

const HOUR = 3_600_000;
const zone = 'Asia/Shanghai';
type FiledCase = Extract<Filed, { ok: true }>;

/** A case of the street, contacted, so many hours ago. */
async function contacted(hours: number, place = `柳荫里 ${newId()}`): Promise<FiledCase> {
  const start = new Date(Date.now() - hours * HOUR);
  const input = { what: '管沟塌了', place, phone: '13812345678' };
  const filed = await fileAppeal({ input }, playing(mintResident(), start));
  if (!filed.ok) throw new Error(filed.code);
  await take(filed, 'dispatch', { unitId: unitId('liuwan') }, playing(person('chenjing'), start));
  await take(filed, 'accept', {}, playing(person('zhaolimin'), start));
  const said = { how: 'telephone', said: '说好了' };
  await take(filed, 'contact', said, playing(person('zhaolimin'), start));
  return filed;
}

const tried = (filed: FiledCase, verb: Verb, input: object, by: Actor) =>
  perform({ appealId: filed.appealId, verb, input }, by);

async function take(filed: FiledCase, verb: Verb, input: object, by: Actor): Promise<void> {
  const done = await tried(filed, verb, input, by);
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
}

const both = () => ({
  unit1: unitId('housing'),
  whatFor1: '看外墙',
  unit2: unitId('heating'),
  whatFor2: '先停这一段',
  onSite2: 'yes',
});

const reported = { outcome: 'reported', found: '管沟旧了', decided: '换' };
const callsOf = ({ appealId }: FiledCase) =>
  db().call.findMany({ where: { appealId }, orderBy: [{ seq: 'asc' }, { nth: 'asc' }] });

it('two departments called, one silent: resolving asks why, the supervisors see it, one verdict is given', async () => {
  const filed = await contacted(5);
  await take(filed, 'whistle', both(), person('zhaolimin'));
  await take(filed, 'reportIn', {}, person('guotao'));
  await take(filed, 'arrive', {}, person('guotao'));
  await take(filed, 'reportBack', reported, person('guotao'));
  const answer = { outcome: 'done', answer: '修好了' };
  const refused = await tried(filed, 'resolve', answer, person('zhaolimin'));
  expect(refused).toMatchObject({
    problems: [{ field: 'silentReason', code: 'silentReasonNeeded' }],
  });
  expect((await callsOf(filed)).map((it) => it.outcome)).toEqual([null, 'reported']);
  const why = { ...answer, silentReason: '三次没人接' };
  await take(filed, 'resolve', why, person('zhaolimin'));
  expect((await callsOf(filed)).map((it) => it.outcome)).toEqual(['silent', 'reported']);

  const listed = await casesListed(person('zhoumin'), {
    list: 'silentCalls',
    period: lastDays(30, new Date(Date.now() + HOUR), zone),
    unit: null,
    at: new Date(),
  });
  expect(listed.ok && listed.rows.map((it) => it.caseNumber)).toContain(filed.caseNumber);
  const seen = await viewCase(person('zhoumin'), filed.caseNumber);
  expect(seen?.story.at(-1)?.words.silentReason).toBe('三次没人接');
  const resident = await viewCase(mintVoice(filed.voiceId, filed.appealId), filed.caseNumber);
  expect(JSON.stringify(resident?.story)).not.toContain('三次没人接');
  expect(JSON.stringify(resident?.story)).not.toContain('看外墙');

  const verdict = { solved: 'yes', result: 'neutral', handling: 'neutral', pressed: 'no' };
  const voice = mintVoice(filed.voiceId, filed.appealId);
  await take(filed, 'judge', { ...verdict, round: '1' }, voice);
  expect(await db().verdict.count({ where: { appealId: filed.appealId } })).toBe(1);
  expect((await verifyChains()).faults).toEqual([]);
});

it('notices: each called unit and the resident once, however often the form is sent', async () => {
  const filed = await contacted(5);
  const formKey = newId();
  const step = { appealId: filed.appealId, verb: 'whistle' as const, input: both(), formKey };
  const sent = await Promise.all([1, 2, 3].map(() => perform(step, person('zhaolimin'))));
  expect(sent.every((it) => it.ok)).toBe(true);
  expect(await callsOf(filed)).toHaveLength(2);
  const notices = await db().notice.findMany({
    where: { appealId: filed.appealId, kind: 'whistle' },
  });
  expect(notices.map((it) => it.unitId ?? 'voice').toSorted()).toEqual(
    [unitId('housing'), unitId('heating'), 'voice'].toSorted(),
  );
});

it('a called unit finds it in its inbox and its search, another does not', async () => {
  const filed = await contacted(5);
  const numbers = async (login: string) => {
    const inbox = await readInbox(person(login), 'unit', 'called', null, zone);
    return inbox.rows.map((it) => it.caseNumber);
  };
  expect(await numbers('guotao')).not.toContain(filed.caseNumber);
  await take(filed, 'whistle', both(), person('zhaolimin'));
  expect(await numbers('guotao')).toContain(filed.caseNumber);
  expect(await numbers('hewei')).toContain(filed.caseNumber);
  expect(await numbers('maqiang')).not.toContain(filed.caseNumber);
  const found = async (login: string) => {
    const answer = await searchAppeals(person(login), readQuery({ words: filed.caseNumber }));
    return answer.ok ? answer.lines.length : 0;
  };
  expect(await found('guotao')).toBe(1);
  expect(await found('maqiang')).toBe(0);
  await take(filed, 'reportBack', { outcome: 'notOurs', reason: '不归我们' }, person('hewei'));
  expect(await numbers('hewei')).not.toContain(filed.caseNumber);
  expect(await found('hewei')).toBe(1);
});

it('cards of call clocks come on time, once, and to the unit called', async () => {
  const filed = await contacted(30);
  const past = playing(person('zhaolimin'), new Date(Date.now() - 26 * HOUR));
  await take(filed, 'whistle', both(), past);
  await sweepAll();
  await sweepAll();
  const cards = await db().event.findMany({ where: { appealId: filed.appealId, verb: 'card' } });
  const given = cards.flatMap((it) => (it.data as { cards: { kind: string }[] }).cards);
  expect(given.map((it) => it.kind).toSorted()).toEqual([
    'arrive',
    'reportBack',
    'reportBack',
    'reportIn',
    'reportIn',
  ]);
  const told = await db().notice.findMany({ where: { appealId: filed.appealId, kind: 'card' } });
  expect(told.some((it) => it.unitId === unitId('liuwan'))).toBe(false);
  expect(new Set(told.map((it) => it.unitId))).toEqual(
    new Set([unitId('housing'), unitId('heating')]),
  );
  // What the called units are late with does not make the lead's case overdue.
  const overdue = await searchAppeals(
    person('zhaolimin'),
    readQuery({ words: filed.caseNumber, more: 'overdue' }),
  );
  expect(overdue).toMatchObject({ ok: true, lines: [] });
});

it('a closed unit is not called, nor closed while it is called; nothing is half done', async () => {
  const filed = await contacted(5);
  const { id } = await db().unit.create({
    data: {
      id: newId(),
      code: 'drains',
      name: '县排水所',
      nameEn: 'County drains office',
      kind: 'department',
      path: 'chenghe/drains/',
      parentId: unitId('chenghe'),
    },
  });
  const one = { ...both(), unit3: id, whatFor3: '看井' };
  expect((await closeUnit(id, person('wukai'))).ok).toBe(true);
  expect(await tried(filed, 'whistle', one, person('zhaolimin'))).toMatchObject({
    problems: [{ field: 'unit3', code: 'unitClosed' }],
  });
  expect(await callsOf(filed)).toEqual([]);
  expect((await reopenUnit(id, person('wukai'))).ok).toBe(true);
  await take(filed, 'whistle', one, person('zhaolimin'));
  expect((await closeUnit(id, person('wukai'))).ok).toBe(false);
});

it('the place is named by its oldest open case', async () => {
  const place = `柳荫里 ${newId()} 号楼`;
  const oldest = await contacted(9, place);
  const newer = await contacted(5, `${place} 西侧`);
  await contacted(4);
  const loaded = async ({ caseNumber }: FiledCase) =>
    (await viewCase(person('zhaolimin'), caseNumber))?.file;
  const file = await loaded(newer);
  if (!file) throw new Error('not seen');
  const others = await casesAtSamePlace(person('zhaolimin'), file);
  expect(others.map((it) => it.caseNumber)).toEqual([oldest.caseNumber]);
  const own = await loaded(oldest);
  if (!own) throw new Error('not seen');
  const behind = await casesAtSamePlace(person('zhaolimin'), own);
  expect(behind.map((it) => it.caseNumber)).toEqual([newer.caseNumber]);
});

it('each side’s figures are counted from the calls', async () => {
  const before = await tallies();
  const filed = await contacted(5);
  await take(filed, 'whistle', both(), person('zhaolimin'));
  await take(filed, 'arrive', {}, person('guotao'));
  await take(filed, 'reportBack', reported, person('guotao'));
  const [housing, heating] = await callsOf(filed);
  await take(filed, 'rateHelp', { callId: heating?.id, rating: 'good' }, person('zhaolimin'));
  await take(filed, 'rateHelp', { callId: heating?.id, rating: 'poor' }, person('guotao'));
  const answer = { outcome: 'done', answer: '好了', silentReason: '不来' };
  await take(filed, 'resolve', answer, person('zhaolimin'));
  await take(filed, 'rateHelp', { callId: housing?.id, rating: 'poor' }, person('zhaolimin'));
  const after = await tallies();
  const grown = (unit: string, key: keyof (typeof after)[number]) =>
    Number(of(after, unit)?.[key] ?? 0) - Number(of(before, unit)?.[key] ?? 0);
  expect(grown('liuwan', 'made')).toBe(2);
  expect(grown('liuwan', 'callRated')).toBe(1);
  expect(grown('liuwan', 'callGood')).toBe(0);
  expect(grown('heating', 'called')).toBe(1);
  expect(grown('heating', 'inTime')).toBe(1);
  expect(grown('heating', 'asked')).toBe(1);
  expect(grown('heating', 'arrived')).toBe(1);
  expect(grown('heating', 'backInTime')).toBe(1);
  expect(grown('heating', 'helpGood')).toBe(1);
  expect(grown('heating', 'helpRated')).toBe(1);
  expect(grown('housing', 'silent')).toBe(1);
  expect(grown('housing', 'helpRated')).toBe(1);
  expect(grown('housing', 'helpGood')).toBe(0);
  expect(await callTallies(person('zhaolimin'), asked())).toMatchObject({ ok: false });
});

const asked = () => ({
  period: lastDays(30, new Date(Date.now() + HOUR), zone),
  unit: null,
  at: new Date(),
});

async function tallies() {
  const found = await callTallies(person('zhoumin'), asked());
  if (!found.ok) throw new Error(found.code);
  return found.units;
}

const of = (list: Awaited<ReturnType<typeof tallies>>, code: string) =>
  list.find((it) => it.unit.code === code);

it('one case for two: the second sees and notes, and goes with the lead', async () => {
  const input = { what: '承重墙', place: '柳荫里', phone: '13812345678' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const two = { unitId: unitId('housing'), secondId: unitId('liuwan') };
  await take(filed, 'dispatch', two, person('chenjing'));
  const inbox = await readInbox(person('zhaolimin'), 'unit', 'all', null, zone);
  const row = inbox.rows.find((it) => it.caseNumber === filed.caseNumber);
  expect(row ?? { verb: 'beyond the first page' }).toMatchObject({ verb: 'annotate' });
  const view = await viewCase(person('zhaolimin'), filed.caseNumber);
  expect(view).toMatchObject({ audience: 'unit', second: { name: '柳湾街道' } });
  await take(filed, 'annotate', { note: '钥匙在社区' }, person('zhaolimin'));
  const told = await db().notice.findMany({ where: { appealId: filed.appealId, kind: 'second' } });
  expect(told.map((it) => it.unitId)).toEqual([unitId('liuwan')]);
  const back = { betterUnitId: unitId('chengguan'), reason: '不归我们' };
  await take(filed, 'sendBack', back, person('hewei'));
  const ended = await db().assignment.findMany({ where: { appealId: filed.appealId } });
  expect(ended.map((it) => it.endedAs)).toEqual(['sentBack', 'sentBack']);
});

it('two of the street whistle for the same unit at the same moment: it is called once', async () => {
  for (let nth = 0; nth < 20; nth++) {
    const filed = await contacted(5);
    const one = { unit1: unitId('housing'), whatFor1: '看外墙' };
    const both = await Promise.all(
      ['zhaolimin', 'wangxiulan'].map((login) => tried(filed, 'whistle', one, person(login))),
    );
    expect(both.filter((it) => it.ok)).toHaveLength(1);
    expect(both.find((it) => !it.ok)).toMatchObject({ problems: [{ code: 'alreadyCalled' }] });
    expect(await callsOf(filed)).toHaveLength(1);
  }
});

it('before a unit is called it is shown how long it would have, and that is what it gets', async () => {
  const filed = await contacted(5);
  const loaded = await db().$transaction((it) => loadCaseFile(it, filed.appealId));
  if (!loaded) throw new Error('not there');
  const shown = await readCallLimits(loaded.file);
  await take(filed, 'whistle', both(), person('zhaolimin'));
  const clocks = await db().clock.findMany({
    where: { appealId: filed.appealId, kind: { in: ['reportIn', 'arrive', 'reportBack'] } },
  });
  const limits = new Map(
    Object.entries(shown).map(([kind, it]) => [kind, { amount: it.amount, unit: it.unit }]),
  );
  expect(clocks.length).toBeGreaterThan(0);
  for (const { kind, amount, unit } of clocks) {
    expect({ amount, unit }, kind).toEqual(limits.get(kind));
  }
});

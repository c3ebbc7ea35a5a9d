import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { monthWith } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { type Actor, mintResident, mintSystem, mintVoice, playing } from '@/lib/people/actor';
import { makeReports } from '@/lib/reports/make-reports';
import { type Report, readReport, readReports } from '@/lib/reports/read-reports';
import { reportCsv } from '@/lib/reports/report-csv';
import { countChanged, sinceThen } from '@/lib/reports/since';
import { person, ready, unitId } from '../support/county';

/** A few cases of October; wall time is that of Beijing. */

await ready();
const zone = 'Asia/Shanghai';
const october = monthWith('2026-10-01', zone);
const supervisor = person('zhoumin');

function on(written: string): Date {
  return new Date(`2026-${written.replace(' ', 'T')}:00+08:00`);
}

interface Case {
  appealId: string;
  voiceId: string;
}

async function take({ appealId }: Case, verb: Verb, input: object, by: Actor, when: string) {
  const done = await perform({ appealId, verb, input }, playing(by, on(when)));
  if (!done.ok) throw new Error(`${verb} at ${when}: ${JSON.stringify(done)}`);
}

const said = (it: Case, when: string) =>
  take(
    it,
    'judge',
    { round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied', pressed: 'no' },
    mintVoice(it.voiceId, it.appealId),
    when,
  );

/** Filed on the 12th and answered on the 13th by Liuwan; nobody has judged it when its time is over. */
async function lapsed(): Promise<Case> {
  const input = { what: '楼道的灯坏了', place: '安康里', phone: '13812345678' };
  const it = await fileAppeal({ input }, playing(mintResident(), on('10-12 09:00')));
  if (!it.ok) throw new Error(JSON.stringify(it));
  const [dispatcher, cadre] = [person('chenjing'), person('zhaolimin')];
  await take(
    it,
    'dispatch',
    { unitId: unitId('liuwan'), urgency: 'ordinary' },
    dispatcher,
    '10-12 09:10',
  );
  await take(it, 'accept', {}, cadre, '10-12 09:20');
  await take(it, 'contact', { how: 'telephone', said: '约好' }, cadre, '10-12 10:00');
  await take(it, 'resolve', { outcome: 'done', answer: '好了' }, cadre, '10-13 10:00');
  await take(it, 'lapse', {}, mintSystem(), '10-28 09:00');
  return it;
}

const cases: Case[] = [];

beforeAll(async () => {
  for (let nth = 0; nth < 6; nth++) cases.push(await lapsed());
  for (const it of cases.slice(0, 4)) await said(it, '10-29 09:00');
});

const made = on('11-01 06:00');
const later = on('11-10 12:00');

async function monthly(actor = supervisor, at = later): Promise<Report> {
  const [head] = await readReports(actor, 'month');
  const report = head && (await readReport(actor, head.id, at));
  if (!report) throw new Error('no report');
  return report;
}

describe('reports make themselves', () => {
  test('not before six on the next morning, once each, and missed ones at the next start', async () => {
    expect(await makeReports(on('10-12 23:00'))).toBe(0);
    expect(await makeReports(on('10-13 06:00'))).toBe(1);
    // Nothing ran for weeks: seven days, the weeks since the first case, the month that is over.
    expect(await makeReports(made)).toBe(7 + 2 + 1);
    expect(await makeReports(made)).toBe(0);
    const weeks = await readReports(supervisor, 'week');
    expect(weeks.map((it) => it.period.fromOn)).toEqual(['2026-10-19', '2026-10-12']);
    expect((await readReports(supervisor, 'day')).map((it) => it.period.fromOn)).toEqual([
      '2026-10-31',
      '2026-10-30',
      '2026-10-29',
      '2026-10-28',
      '2026-10-27',
      '2026-10-26',
      '2026-10-25',
      '2026-10-12',
    ]);
  });

  test('two workers at once keep one report each', async () => {
    const [one, other] = await Promise.all([makeReports(later), makeReports(later)]);
    const days = await db().report.groupBy({ by: ['kind', 'fromOn'], _count: true });
    expect(days.every((it) => it._count === 1)).toBe(true);
    expect(one + other).toBe(7 + 2);
  });

  test('the application cannot change one', async () => {
    await expect(db().report.updateMany({ data: { figures: {} } })).rejects.toThrow();
    await expect(db().report.deleteMany()).rejects.toThrow();
  });
});

describe('a report', () => {
  test('says what the pages say of its period', async () => {
    const report = await monthly();
    expect(report.madeAt).toEqual(made);
    const ask = { period: october, unit: null, at: made, compareWith: october };
    const page = await overview(supervisor, ask);
    if (!page.ok) throw new Error(page.code);
    expect(report.said.rates.own).toMatchObject(page.all.own);
    expect(report.said.rates.forCaller).toMatchObject(page.all.forCaller);
    expect(report.said.lists).toMatchObject({ filed: 6, closed: page.lists.closed });
    expect(report.said.lists.overdue).toBeUndefined();
    expect(report.said.units.map((it) => it.code)).toEqual(['liuwan']);
    expect(countChanged(report.said, report.now)).toBe(0);
  });

  test('keeps what it said when a verdict comes late, and says what it is now', async () => {
    const before = await monthly();
    const [late] = cases.slice(4);
    if (!late) throw new Error('six cases');
    await said(late, '11-05 09:00');
    const after = await monthly();
    expect(after.said).toEqual(before.said);
    expect(after.said.rates.own.solved).toMatchObject({ due: 6, answered: 4, yes: 4 });
    expect(sinceThen(after.said.rates.own.solved, after.now.rates.own.solved)).toMatchObject({
      due: 6,
      answered: 5,
      yes: 5,
    });
    // Solved, both satisfactions, first-time solved and unrated, and the first three of them for the unit.
    expect(countChanged(after.said, after.now)).toBe(5 + 3);
  });

  test('as a table has the same numbers, and no cell is a formula', async () => {
    const report = await monthly();
    const text = reportCsv(report, {
      head: (key) => key,
      measure: (key) => (key === 'solved' ? '=1+1' : key),
      list: (key) => key,
      origin: (key) => key,
      unit: (code) => code,
    });
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    const own = rows.find((it) => it.part === 'own' && it.name === "'=1+1");
    expect(own).toMatchObject({ due: '6', answered: '4', yes: '4', share: '', nowAnswered: '5' });
    const filed = rows.find((it) => it.part === 'lists' && it.name === 'filed');
    expect(filed).toMatchObject({ due: '6', nowDue: '6' });
    expect(rows.some((it) => it.part === 'liuwan')).toBe(true);
  });

  test('nobody without the right to measure, and nothing that is not there', async () => {
    const [head] = await readReports(supervisor, 'month');
    expect(await readReports(person('zhaolimin'), 'month')).toEqual([]);
    expect(await readReport(person('zhaolimin'), head?.id ?? '', later)).toBeNull();
    expect(await readReport(supervisor, 'nothing', later)).toBeNull();
  });

  test('tells whoever is barred from a case the figures without it, as they are now', async () => {
    const other = person('shenhuaiyuan');
    const [first] = cases;
    if (!first) throw new Error('six cases');
    await take(
      first,
      'recuse',
      { whom: 'person', personId: supervisor.personId, reason: '说的就是他' },
      person('chenjing'),
      '11-06 09:00',
    );
    const barred = await monthly(supervisor);
    expect(barred.said.rates.own.solved).toMatchObject({ due: 5, answered: 4 });
    expect(barred.said).toEqual(barred.now);
    expect(barred.said.lists.filed).toBe(5);
    const free = await monthly(other);
    expect(free.said.rates.own.solved).toMatchObject({ due: 6, answered: 4 });
  });
});

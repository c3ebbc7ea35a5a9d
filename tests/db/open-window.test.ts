import { beforeAll, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import {
  countWindow,
  monthPrinted,
  type OpenTable,
  readOpenWindow,
} from '@/lib/measures/open-window';
import { monthWith } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { type Actor, mintResident, mintVoice, playing } from '@/lib/people/actor';
import { type Cast, installCast } from '@/prisma/seed/install-cast';
import { ownDatabase } from '../support/database';

/** Two months of two townships, all judged *yes*. Wall time is that of Beijing. */

const zone = 'Asia/Shanghai';
const at = on('11-10 12:00');

let cast: Cast;

function on(written: string): Date {
  return new Date(`2026-${written.replace(' ', 'T')}:00+08:00`);
}

const actor = (login: string): Actor => {
  const found = cast.actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
};

async function filed(when: string) {
  const input = { what: '楼道的灯坏了', place: '安康里 6 号楼', phone: '13812345678' };
  const result = await fileAppeal({ input }, playing(mintResident(), on(when)));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

/** Filed, sent on, answered the next day and judged the day after. */
async function solved(unit: string, handler: string, [first, next, last]: string[]) {
  const { appealId, voiceId } = await filed(`${first} 09:00`);
  const take = async (verb: Verb, input: object, by: Actor, when: string) => {
    const result = await perform({ appealId, verb, input }, playing(by, on(when)));
    if (!result.ok) throw new Error(`${verb}: ${JSON.stringify(result)}`);
  };
  const own = actor(handler);
  const said = { round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied' };
  const to = { unitId: cast.units.get(unit), urgency: 'ordinary' };
  await take('dispatch', to, actor('chenjing'), `${first} 09:10`);
  await take('accept', {}, own, `${first} 09:20`);
  await take('contact', { how: 'telephone', said: '约好上门' }, own, `${first} 10:00`);
  await take('resolve', { outcome: 'done', answer: '已经换好' }, own, `${next} 10:00`);
  await take('judge', { ...said, pressed: 'no' }, mintVoice(voiceId, appealId), `${last} 09:00`);
}

beforeAll(async () => {
  await ownDatabase();
  cast = await installCast();
  const [october, september] = [
    ['10-12', '10-13', '10-14'],
    ['09-07', '09-08', '09-09'],
  ];
  const many = async (count: number, unit: string, handler: string, days: string[] = []) => {
    for (let n = 0; n < count; n += 1) await solved(unit, handler, days);
  };
  await many(5, 'liuwan', 'zhaolimin', october);
  await many(3, 'chengguan', 'maqiang', october);
  await many(5, 'liuwan', 'zhaolimin', september);
  await many(6, 'chengguan', 'maqiang', september);
  const trial = await filed('10-12 09:00');
  await db().appeal.update({ where: { id: trial.appealId }, data: { trial: true } });
});

const solvedOf = (table: OpenTable, kind: 'month' | 'year') =>
  table.rows.map((it) => it[kind].solved?.yes ?? null);

test('three of a month are withheld, with the other township of that month; the sum and the year are told', async () => {
  const { month, year, byArea, byCategory } = await countWindow(zone, at);
  expect([month.fromOn, month.toOn, year.fromOn]).toEqual([
    '2026-10-01',
    '2026-10-31',
    '2025-11-01',
  ]);
  expect(solvedOf(byArea, 'month')).toEqual([null, null]);
  expect(solvedOf(byArea, 'year').sort()).toEqual([10, 9]);
  expect(byArea.all.month).toEqual({
    received: { received: 8 },
    promise: { kept: 8, late: 0 },
    solved: { yes: 8, no: 0, silent: 0 },
  });
  // All without a category: one row, which is the sum.
  expect(solvedOf(byCategory, 'month')).toEqual([8]);
  expect(byCategory.all).toEqual(byArea.all);
});

test('the sum is what the measures say', async () => {
  const october = monthWith('2026-10-01', zone);
  const compareWith = monthWith('2026-09-01', zone);
  const measured = await overview(actor('zhoumin'), {
    period: october,
    unit: null,
    at,
    compareWith,
  });
  if (!measured.ok) throw new Error(measured.code);
  const { due, answered, yes } = measured.all.own.solved;
  expect([due, answered, yes]).toEqual([8, 8, 8]);
});

test('nothing that is printed anywhere is a number from one to four', async () => {
  const window = await countWindow(zone, at);
  const printed = JSON.stringify([window.byArea, window.byCategory]).match(/(?<=":)\d+/g) ?? [];
  expect(printed.length).toBeGreaterThan(10);
  expect(printed.map(Number).filter((n) => n > 0 && n < 5)).toEqual([]);
});

test('what was printed of a month stays, whatever is said later, and whoever looks first', async () => {
  const [first, second] = await Promise.all([readOpenWindow(zone, at), readOpenWindow(zone, at)]);
  expect(second).toEqual(first);
  expect(await db().openMonth.count()).toBe(1);
  await solved('liuwan', 'zhaolimin', ['10-20', '10-21', '10-22']);
  const later = on('11-29 09:00');
  expect(await readOpenWindow(zone, later)).toEqual(first);
  // Control: counted anew it would be another.
  const anew = await countWindow(zone, later);
  expect(anew.byCategory).not.toEqual(first.byCategory);
});

test('a month is printed from its fourth day on', () => {
  const printed = (when: string) => monthPrinted(zone, on(when)).month.fromOn;
  expect(printed('11-03 23:59')).toBe('2026-09-01');
  expect(printed('11-04 00:00')).toBe('2026-10-01');
  const { month, year } = monthPrinted(zone, new Date('2027-01-02T04:00:00Z'));
  expect([month.fromOn, year.fromOn, year.toOn]).toEqual([
    '2026-11-01',
    '2025-12-01',
    '2026-11-30',
  ]);
});

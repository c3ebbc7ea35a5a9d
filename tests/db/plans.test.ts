import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heardWhile, type Statement } from '@/scripts/bench/plans/heard-statements';
import { hotWork } from '@/scripts/bench/plans/hot-work';
import { largeFrom, largeTables, wholeScans } from '@/scripts/bench/plans/whole-scans';
import { ownDatabase } from '../support/database';

/** So few stand for 50,000: to read a table from end to end is said to cost as much more. */
const cases = 1_500;
const times = Math.round(50_000 / cases);
const asIfLarger = `SET seq_page_cost = ${times}; SET cpu_tuple_cost = ${0.01 * times}`;

let hand: pg.Client;
const heard: [name: string, statement: Statement][] = [];

beforeAll(async () => {
  const own = await ownDatabase();
  const { loadRules } = await import('@/lib/appeals/rules');
  const { fill } = await import('@/scripts/generate/fill');
  const wanted = { cases, years: 1, units: 60, seed: 7, until: '2026-11-20' };
  const { withCrew } = await import('@/scripts/generate/workers');
  const rules = await loadRules();
  await withCrew((crew) => fill(own.ownerUrl, wanted, rules, () => {}, crew));
  hand = new pg.Client({ connectionString: own.adminUrl });
  await hand.connect();
  for (const [name, work] of await hotWork(hand)) {
    for (const it of await heardWhile(work)) heard.push([name, it]);
  }
  await hand.query(`ANALYZE; ${asIfLarger}`);
}, 180_000);
afterAll(() => hand.end());

/** What is asked all the time and reads a large table from end to end. */
async function wholeReads(of = ''): Promise<string[]> {
  const large = await largeTables(hand, largeFrom / times);
  const found: string[] = [];
  for (const [name, statement] of heard.filter(([it]) => it.startsWith(of))) {
    for (const table of await wholeScans(hand, statement, large)) found.push(`${name}: ${table}`);
  }
  return [...new Set(found)];
}

it('nothing that is asked all the time reads a large table from end to end', async () => {
  expect(heard.length).toBeGreaterThan(200);
  expect(await wholeReads()).toEqual([]);
});

it.each([
  ['Turn_unitId_dueAt_id_idx', 'queue of handler, unit/all: Turn'],
  ['Turn_capability_dueAt_id_idx', 'queue of dispatcher, dispatch/all: Turn'],
  ['Detail_words_idx', 'search of dispatcher by words : Detail'],
  ['Keyword_word_filedAt_appealId_key', 'duplicates: Keyword'],
  ['Appeal_caseNumber_key', 'case of a unit: Appeal'],
])('without %s it is named', async (index, expected) => {
  await hand.query('BEGIN');
  await hand.query(`DROP INDEX "${index}"`);
  const found = await wholeReads(expected.split(':')[0]);
  await hand.query('ROLLBACK');
  expect(found).toContain(expected);
});

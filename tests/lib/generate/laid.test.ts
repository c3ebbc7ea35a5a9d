import { expect, it } from 'vitest';
import { chainFault } from '@/lib/appeals/event';
import type { Table } from '@/lib/appeals/write';
import { CopyLines } from '@/scripts/generate/copy-text';
import { lay } from '@/scripts/generate/lay';
import { mouldOf } from '@/scripts/generate/mould';
import { otherWords } from '@/scripts/generate/other-words';
import { outbreaksOf, toACourse } from '@/scripts/generate/outbreaks';
import {
  type Course,
  finished,
  numberOf,
  playAgain,
  playCourse,
} from '@/scripts/generate/play-case';
import { calendar } from '@/tests/support/pure-world';
import { daysOf, scene } from './world';

const [cases, years] = [12_000, 1];
const world = scene(7, cases);
// Every month, workdays and rest days, and the days before holidays and before the last day.
const outbreaks = daysOf(7, cases, years)
  .filter((_, nth) => nth % 21 === 0 || nth > 345)
  .flatMap((day) => outbreaksOf(day, calendar, world));

/** The rows of a case as COPY reads them, in a writer's order of columns. */
function writer() {
  const lines = new Map<Table, CopyLines>();
  return (table: Table, row: object): string => {
    const known = lines.get(table) ?? new CopyLines(row, world.columns[table]);
    lines.set(table, known);
    return known.lineOf(row);
  };
}

function both(course: Course, nth: number, at: Parameters<typeof lay>[4], span: number) {
  const lineOf = writer();
  for (const [table, rows] of finished(course.player)) for (const row of rows) lineOf(table, row);
  const mould = mouldOf(world, course, span, lineOf);
  if (!mould) return null;
  const { lines, rows } = lay(world, course, mould, nth, at);
  const laid = [
    ...lines.map(({ table, text }) => [table, text]),
    ...rows.map(([table, list]) => [table, list.map((it) => lineOf(table, it)).join('')]),
  ];
  const { filing, said } = otherWords(world, course, nth);
  const begun = { ...course.opening, nth, at: at.at, number: numberOf(world, at), filing };
  const played = playAgain(world, course, begun, said);
  const order = laid.map(([table]) => table);
  const told = played ? finished(played.player) : [];
  const rightly = told
    .filter(([, list]) => list.length > 0)
    .map(([table, list]) => [table, list.map((it) => lineOf(table, it)).join('')])
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return { laid, rightly, chain: played?.player.steps.map((it) => it.event) ?? [] };
}

it('every laid case is what the rules make of it, to the byte', () => {
  let [laid, refused] = [0, 0];
  for (const [first, ...others] of outbreaks) {
    const last = others.at(-1);
    if (!first || !last) continue;
    const course = playCourse(world, first.nth, first.on);
    for (const { nth, on } of [others[Math.floor(others.length / 2)] ?? last, last]) {
      const found = both(course, nth, on, last.on.at - first.on.at);
      if (!found) {
        refused += 1;
        continue;
      }
      laid += 1;
      expect(found.laid).toEqual(found.rightly);
      expect(chainFault(found.chain)).toBeNull();
    }
  }
  expect(laid).toBeGreaterThan(150);
  // Those whose interview is still to come have a moment of their own: many in the last days, which are all here.
  expect(refused).toBeLessThan(laid / 2);
}, 120_000);

it('a case laid where its course does not hold is found', () => {
  const [first] = outbreaks.flat();
  if (!first) throw new Error('no case');
  const course = playCourse(world, first.nth, first.on);
  const tomorrow = { ...first.on, at: first.on.at + 30 * 3_600_000 };
  const found = both(course, first.nth + 1, tomorrow, 60_000);
  expect(found?.laid).not.toEqual(found?.rightly);
});

it('comes in as often and in order, nobody twice and whole minutes after the first', () => {
  for (const day of daysOf(7, cases, years)) {
    const found = outbreaksOf(day, calendar, world);
    const all = found.flat().toSorted((a, b) => a.nth - b.nth);
    expect(all.map((it) => it.nth)).toEqual(all.map((_, nth) => day.first + nth));
    expect(all.map((it) => it.on.inDay)).toEqual(all.map((_, nth) => nth + 1));
    expect(all).toHaveLength(day.count);
    expect(new Set(all.map((it) => it.on.at)).size).toBe(day.count);
    expect(all.every((it, nth) => it.on.at >= (all[nth - 1]?.on.at ?? 0))).toBe(true);
    for (const [first, ...others] of found) {
      const after = others.map((it) => (it.on.at - (first?.on.at ?? 0)) / 60_000);
      expect(after.every((it) => Number.isInteger(it) && it > 0)).toBe(true);
    }
  }
});

it('plays each case of few by itself', () => {
  expect(toACourse(3999)).toBe(1);
  expect(toACourse(100_000)).toBeGreaterThan(10);
});

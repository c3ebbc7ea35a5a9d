import { expect, it } from 'vitest';
import { chainFault } from '@/lib/appeals/event';
import { rowsByTable } from '@/scripts/generate/batch';
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

const [cases, years] = [30_000, 1];
const world = scene(7, cases);
// Every month, workdays and rest days, and the days before holidays and before the last day.
const outbreaks = daysOf(7, cases, years)
  .filter((_, nth) => nth % 21 === 0 || nth > 345)
  .flatMap((day) => outbreaksOf(day, calendar, world));

/** Rows of a course, and whatever is added to them after it. */
function beginning(course: Course) {
  const rows = rowsByTable(world);
  for (const [table, list] of finished(course.player)) rows.add(table, list);
  const before = new Map([...rows.tables].map(([table, it]) => [table, it.size]));
  const added = () =>
    [...rows.tables].map(([table, it]) => ({
      table,
      rows: it.count,
      bytes: Buffer.from(it.bytes()).toString('latin1').slice(before.get(table)),
    }));
  return { rows, added };
}

function both(course: Course, nth: number, at: Parameters<typeof lay>[4], span: number) {
  const laid = beginning(course);
  const mould = mouldOf(world, course, span, laid.rows.of);
  if (!mould) return null;
  lay(world, course, mould, nth, at, laid.rows.of);
  const { filing, said } = otherWords(world, course, nth);
  const begun = { ...course.opening, nth, at: at.at, number: numberOf(world, at), filing };
  const played = playAgain(world, course, begun, said);
  const rightly = beginning(course);
  for (const [table, list] of played ? finished(played.player) : []) rightly.rows.add(table, list);
  return {
    laid: laid.added(),
    rightly: rightly.added(),
    chain: played?.player.steps.map((it) => it.event) ?? [],
    quarter: mould.gaps.some(({ gap }) => gap.what === 'time' && gap.pace === 1 / 4),
  };
}

it('every laid case is what the rules make of it, to the byte', () => {
  let [laid, refused, quarters] = [0, 0, 0];
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
      if (found.quarter) quarters += 1;
      expect(found.laid).toEqual(found.rightly);
      expect(chainFault(found.chain)).toBeNull();
    }
  }
  expect(laid).toBeGreaterThan(150);
  // A yellow card of a clock whose beginning moves and whose end stands.
  expect(quarters).toBeGreaterThan(8);
  // Those whose interview is still to come have a moment of their own: the last days are all here.
  expect(refused).toBeLessThan(laid / 4);
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

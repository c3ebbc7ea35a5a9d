import { expect, it } from 'vitest';
import { worksOn } from '@/lib/sla/calendar';
import { civilDateOfDay } from '@/lib/time/civil';
import { categories } from '@/prisma/seed/categories';
import { dice } from '@/prisma/seed/dice';
import { madeCounty } from '@/scripts/generate/county';
import { placeName } from '@/scripts/generate/names';
import { tell, topics } from '@/scripts/generate/phrases';
import { momentsOf } from '@/scripts/generate/seasons';
import { zipf } from '@/scripts/generate/shares';
import { calendar } from '@/tests/support/pure-world';
import { daysOf, scene } from './world';

const mean = (list: readonly number[]) => list.reduce((sum, it) => sum + it, 0) / list.length;

it('shares out exactly as many cases as were asked for', () => {
  for (const count of [1, 17, 1000, 99_999]) {
    expect(daysOf(3, count, 3).reduce((sum, it) => sum + it.count, 0)).toBe(count);
  }
});

it('is quieter on rest days, and busier in January than in October', () => {
  const days = daysOf(7, 100_000, 3);
  const ofWork = (works: boolean) =>
    mean(days.filter((it) => worksOn(calendar, it.day) === works).map((it) => it.count));
  expect(ofWork(false) / ofWork(true)).toBeGreaterThan(0.55);
  expect(ofWork(false) / ofWork(true)).toBeLessThan(0.7);
  const ofMonth = (month: string) =>
    mean(days.filter((it) => civilDateOfDay(it.day).slice(5, 7) === month).map((it) => it.count));
  expect(ofMonth('01')).toBeGreaterThan(ofMonth('10') * 1.2);
});

it('has its moments in order, within the day, most of them by day', () => {
  const [day] = daysOf(7, 400_000, 1);
  if (!day) throw new Error('no day');
  const moments = momentsOf(day, calendar, 7);
  expect(moments).toHaveLength(day.count);
  expect(moments.every((it, nth) => nth === 0 || it > (moments[nth - 1] ?? 0))).toBe(true);
  const hours = moments.map((it) => new Date(it + 8 * 3_600_000).getUTCHours());
  const byDay = hours.filter((it) => it >= 8 && it < 20).length / hours.length;
  expect(byDay).toBeGreaterThan(0.66);
  expect(byDay).toBeLessThan(0.82);
});

it('speaks of heating in winter and of drains in the rain', () => {
  const share = (month: number, owner: string) => {
    const drawn = scene(7, 100).topicsIn(month);
    const all = Array.from({ length: 2000 }, (_, nth) => drawn.at(nth / 2000));
    return all.filter((it) => it.category.startsWith(owner)).length / all.length;
  };
  expect(share(0, 'heating')).toBeGreaterThan(0.15);
  expect(share(6, 'heating')).toBeLessThan(0.02);
  expect(share(6, 'drains')).toBeGreaterThan(share(0, 'drains') * 3);
});

it('follows Zipf: the second half as often as its rank says', () => {
  const drawn = zipf(['a', 'b', 'c', 'd'], 1);
  const of = (letter: string) =>
    Array.from({ length: 25_000 }, (_, nth) => drawn.at(nth / 25_000)).filter((it) => it === letter)
      .length / 25_000;
  expect(of('a')).toBeCloseTo(12 / 25, 3);
  expect(of('b')).toBeCloseTo(6 / 25, 3);
  expect(of('d')).toBeCloseTo(3 / 25, 3);
});

it('every matter belongs to a category and to an office there is', () => {
  const codes = new Set(categories.map((it) => it.code));
  const offices = new Set(madeCounty({ seed: 7, units: 30 }).units.map((it) => it.code.slice(3)));
  for (const { category, owner } of topics) {
    expect(codes).toContain(category);
    if (owner !== 'street') expect(offices).toContain(owner);
  }
});

it('leaves no gap of the grammar open and says thousands of different things', () => {
  const roll = dice(5);
  const said = Array.from(
    { length: 4000 },
    () => tell(roll.pick(topics), '青泉苑 3 号楼', roll).what,
  );
  expect(said.filter((it) => /[{}]|undefined/.test(it))).toEqual([]);
  expect(new Set(said).size).toBeGreaterThan(3500);
});

it('makes exactly the units asked for, each with people, none twice', () => {
  for (const count of [30, 400]) {
    const { units, people } = madeCounty({ seed: 7, units: count });
    expect(units).toHaveLength(count);
    expect(new Set(units.map((it) => it.path)).size).toBe(count);
    expect(new Set(people.map((it) => it.login)).size).toBe(people.length);
    expect(units.filter((it) => !people.some((who) => who.unitId === it.id))).toEqual([]);
  }
});

it('has thousands of places and no name twice', () => {
  const names = Array.from({ length: 6000 }, (_, nth) => placeName(nth));
  expect(new Set(names).size).toBe(6000);
});

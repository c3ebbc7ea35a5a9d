import { describe, expect, it } from 'vitest';
import { burstOf } from '@/lib/detectors/burst';
import { expectedNot, leastShare } from '@/lib/detectors/heard-otherwise';
import { beyond, type Counted, usualShare } from '@/lib/detectors/like-units';
import { heaping } from '@/lib/detectors/month-end';
import { shownAgain } from '@/lib/detectors/photo-again';
import { windowAt } from '@/lib/detectors/run';
import { twins } from '@/lib/detectors/same-words';
import { atLeast } from '@/lib/measures/binomial';
import { dice as diceOf } from '@/prisma/seed/dice';

const at = (minutes: number) => new Date(Date.UTC(2026, 3, 1) + minutes * 60_000);
const unit = (unitId: string, n: number, k: number): Counted => ({ unitId, n, k, cases: [] });
const street = (id: string) => ({ id, kind: 'street' as const });

describe('like units', () => {
  const others = [0, 1, 1, 2, 2, 3, 3, 4, 5].map((k, nth) => unit(`u${nth}`, 50, k));
  const units = ['own', ...others.map((it) => it.unitId)].map(street);

  it('are the measure: what nine in ten of them do not exceed', () => {
    const all = [unit('own', 60, 30), ...others];
    expect(usualShare('own', all, units)).toBeCloseTo(5 / 50);
    expect(beyond(all, (it) => usualShare(it.unitId, all, units))).toMatchObject([
      { unitId: 'own', numbers: { n: 60, k: 30, usual: 0.1 } },
    ]);
  });

  it('where they are too few nothing is said', () => {
    expect(usualShare('own', [unit('own', 60, 30), ...others.slice(0, 4)], units)).toBeNull();
  });

  it('of chance alone one unit in ten thousand is found at most, whatever its size', () => {
    const dice = diceOf(5);
    let found = 0;
    const runs = 20_000;
    for (let run = 0; run < runs; run++) {
      const n = 20 + Math.floor(dice.next() * 100);
      let k = 0;
      for (let nth = 0; nth < n; nth++) if (dice.often(0.08)) k += 1;
      found += beyond([unit('own', n, k)], () => 0.08).length;
    }
    expect(found / runs).toBeLessThanOrEqual(4e-4);
  });
});

describe('a burst', () => {
  const said = (minutes: number, appealId: string) => ({
    ...{ unitId: 'u', appealId, device: 'd', at: at(minutes), good: true },
  });

  it('is counted in cases within an hour, not in people of one household', () => {
    const household = [said(0, 'a'), said(1, 'a'), said(2, 'a'), said(3, 'b')];
    expect(burstOf(household, 0, 1000)).toMatchObject({ cases: { length: 2 } });
    expect(burstOf(household, 0, 1000).tail).toBeGreaterThan(1e-3);
    const sitting = ['a', 'b', 'c', 'd', 'e', 'f'].map((it, nth) => said(nth * 9, it));
    expect(burstOf(sitting, 0, 1000).tail).toBeLessThan(1e-8);
  });

  it('of a device that everybody uses is none', () => {
    const hall = ['a', 'b', 'c', 'd'].map((it, nth) => said(nth * 9, it));
    expect(burstOf(hall, 1500, 1000).tail).toBeGreaterThan(0.05);
  });
});

describe('nearly the same words', () => {
  const text = '三号楼楼道里的灯全都不亮了，摸黑上楼很怕摔倒，请派人来看一看';
  const one = (appealId: string, day: number, phone: string, words = text) => ({
    ...{ unitId: 'u', appealId, filedAt: at(day * 24 * 60), phone, text: words },
  });

  it('from other telephones on other days', () => {
    expect(twins([one('a', 0, 'p'), one('b', 9, 'q', text.replace('三', '七'))])).toEqual([
      'a',
      'b',
    ]);
    expect(
      twins([
        one('a', 0, 'p'),
        one('b', 9, 'q', '门前那条路挖开以后一直没有填平，骑车的人都绕到马路中间'),
      ]),
    ).toEqual([]);
  });

  it('neighbours on the same days, and somebody who writes again, copy nothing', () => {
    expect(twins([one('a', 0, 'p'), one('b', 2, 'q')])).toEqual([]);
    expect(twins([one('a', 0, 'p'), one('b', 30, 'p')])).toEqual([]);
  });
});

describe('a picture again', () => {
  const picture = (appealId: string, look: string, day: number) => ({
    ...{ unitId: 'u', appealId, look, at: at(day * 24 * 60) },
  });

  it('is one that differs in four bits at most from one of another case before it', () => {
    const first = picture('a', '00ff00ff00ff00ff', 0);
    expect(shownAgain([first, picture('b', '00ff00ff00ff00f0', 5)], at(0))).toEqual(['b']);
    expect(shownAgain([first, picture('b', '00ff00ff00ff0007', 5)], at(0))).toEqual([]);
    expect(shownAgain([first, picture('a', '00ff00ff00ff00ff', 5)], at(0))).toEqual([]);
    expect(shownAgain([first, picture('b', '00ff00ff00ff00ff', 5)], at(60 * 24 * 9))).toEqual([]);
  });

  it('a dark wall looks like every other', () => {
    expect(
      shownAgain([picture('a', '0000000000000001', 0), picture('b', '0000000000000001', 5)], at(0)),
    ).toEqual([]);
  });
});

describe('what interviewers heard', () => {
  const row = (unitId: string, said: number, saidNot: number, heard: number, heardNot: number) => ({
    ...{ unitId, said, saidNot, heard, heardNot, cases: [] },
  });

  it('sets what may be expected of verdicts, at its lowest', () => {
    const all = [row('own', 100, 2, 60, 40), row('u', 200, 60, 100, 40)];
    const [own] = all;
    const expected = own ? expectedNot(own, all) : 0;
    expect(expected).toBeGreaterThan(0.25);
    expect(expected).toBeLessThan(40 / 60);
  });

  it('the lowest is where chance brings as many as seldom as was asked', () => {
    const share = leastShare(60, 40, 5e-5);
    expect(atLeast(60, share, 40) / 5e-5).toBeCloseTo(1, 3);
  });
});

it('whoever signs off once a week has fewer independent answers', () => {
  expect(heaping([1, 1, 2, 1, 1])).toBe(1);
  expect(heaping([1, 12, 1, 11, 1])).toBeGreaterThan(4);
});

it('a window ends with its month: a quarter and a year of civil days', () => {
  const { quarter, year } = windowAt('2026-03-15', 'Asia/Shanghai');
  expect([quarter.fromOn, quarter.toOn]).toEqual(['2026-01-01', '2026-03-31']);
  expect([year.fromOn, year.toOn]).toEqual(['2025-04-01', '2026-03-31']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerTail, upperTail } from '@/lib/measures/binomial';
import { funnelOf, limitsAt, standingOf } from '@/lib/measures/funnel';
import { seeded } from '../../support/seeded';

/** P(R ≤ r), by factorials: another way than the one that is tested. */
function atMost(r: number, n: number, share: number): number {
  let sum = 0;
  for (let k = 0; k <= r; k++) {
    let logged = k * Math.log(share) + (n - k) * Math.log(1 - share);
    for (let i = 1; i <= k; i++) logged += Math.log((n - k + i) / i);
    sum += Math.exp(logged);
  }
  return sum;
}

describe('binomial tails', () => {
  test('ten tosses of a coin, by hand: P(R ≤ 1) = 11/1024, P(R ≤ 2) = 56/1024', () => {
    const alpha = (56 / 1024 - 0.025) / (45 / 1024);
    expect(lowerTail(10, 0.5, 0.025)).toBeCloseTo((2 - alpha) / 10, 12);
    expect(upperTail(10, 0.5, 0.025)).toBeCloseTo((8 + alpha) / 10, 12);
  });

  test('whoever lies beyond a limit had a count that rare, and the next count within is not', () => {
    const cases = fc.tuple(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      fc.constantFrom(0.025, 0.001),
    );
    fc.assert(
      fc.property(cases, ([n, share, tail]) => {
        const beyond = Math.ceil(lowerTail(n, share, tail) * n - 1e-9) - 1;
        if (beyond >= 0) expect(atMost(beyond, n, share)).toBeLessThanOrEqual(tail + 1e-9);
        expect(atMost(beyond + 1, n, share)).toBeGreaterThan(tail - 1e-9);
        expect(upperTail(n, share, tail)).toBeCloseTo(1 - lowerTail(n, 1 - share, tail), 12);
      }),
    );
  });

  test('of fifty thousand it is the normal approximation, and nothing is lost on the way', () => {
    const spread = Math.sqrt((0.97 * 0.03) / 50_000);
    expect(lowerTail(50_000, 0.97, 0.025)).toBeCloseTo(0.97 - 1.96 * spread, 4);
    expect(upperTail(50_000, 0.97, 0.001)).toBeCloseTo(0.97 + 3.09 * spread, 4);
  });

  test('where all or none say yes there is no spread', () => {
    expect([lowerTail(9, 1, 0.025), upperTail(9, 1, 0.025)]).toEqual([1, 1]);
    expect([lowerTail(9, 0, 0.025), upperTail(9, 0, 0.025)]).toEqual([0, 0]);
  });
});

test('five good answers out of five are no feat where four in five are usual', () => {
  expect(standingOf(1, limitsAt(5, 0.8))).toBe('inside');
});

test('of units that differ by chance alone at most one in twenty lies beyond 95 %, one in 500 beyond 99.8 %', () => {
  const random = seeded(2005);
  const beyond = { 95: 0, 998: 0 };
  const units = 20_000;
  for (let unit = 0; unit < units; unit++) {
    const answered = 5 + Math.floor(random() * 200);
    let yes = 0;
    for (let person = 0; person < answered; person++) if (random() < 0.85) yes++;
    const standing = standingOf(yes / answered, limitsAt(answered, 0.85));
    if (standing !== 'inside') beyond[95]++;
    if (standing.startsWith('very')) beyond[998]++;
  }
  expect(beyond[95] / units).toBeLessThan(0.05);
  expect(beyond[95] / units).toBeGreaterThan(0.02);
  expect(beyond[998] / units).toBeLessThan(0.002);
  expect(beyond[998] / units).toBeGreaterThan(0.0005);
});

describe('a group', () => {
  const unit = (code: string, yes: number, answered: number) => ({ code, yes, answered });

  test('has its own average, those who are too few to be drawn included', () => {
    const funnel = funnelOf([
      unit('a', 80, 100),
      unit('b', 40, 50),
      unit('c', 20, 50),
      unit('d', 0, 4),
      unit('e', 0, 0),
    ]);
    expect(funnel?.average).toBe(140 / 204);
    expect(funnel?.few).toBe(1);
    expect(funnel?.points.map((it) => [it.code, it.standing])).toEqual([
      ['a', 'high'],
      ['b', 'inside'],
      ['c', 'veryLow'],
    ]);
    expect(funnel?.curve[0]?.answered).toBe(5);
    expect(funnel?.curve.at(-1)).toEqual(limitsAt(100, 140 / 204));
  });

  test('of two with a share, or of nobody, has no plot', () => {
    expect(funnelOf([unit('a', 9, 10), unit('b', 9, 10), unit('c', 4, 4)])).toBeNull();
    expect(funnelOf([])).toBeNull();
  });

  test('that all said yes has everybody within', () => {
    const all = funnelOf([unit('a', 9, 9), unit('b', 5, 5), unit('c', 70, 70)]);
    expect(all?.points.every((it) => it.standing === 'inside')).toBe(true);
  });
});

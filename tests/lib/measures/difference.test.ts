import { describe, expect, test } from 'vitest';
import { changeOf, differenceOf, isChange } from '@/lib/measures/difference';
import { shareOf } from '@/lib/measures/tally';
import { wilson } from '@/lib/measures/wilson';
import { seeded } from '../../support/seeded';

const share = (yes: number, n: number) => ({ value: yes / n, ...wilson(yes, n) });

describe('published values', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i and %i/%i', (a, m, b, n, low, high) => {
    const difference = differenceOf(share(a, m), share(b, n));
    expect(difference.value).toBeCloseTo(a / m - b / n, 12);
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });
});

test('the other way round it is the same with the other sign', () => {
  const [up, down] = [
    differenceOf(share(56, 70), share(48, 80)),
    differenceOf(share(48, 80), share(56, 70)),
  ];
  expect(up.low).toBeCloseTo(-down.high, 12);
  expect(up.high).toBeCloseTo(-down.low, 12);
});

test('a change is called one where its interval leaves out nought, and needs both shares', () => {
  const told = (a: number, m: number, b: number, n: number) => {
    const change = changeOf(shareOf(a, m), shareOf(b, n));
    return change && isChange(change);
  };
  expect(told(641, 902, 560, 900)).toBe(true);
  expect(told(560, 900, 641, 902)).toBe(true);
  expect(told(5, 5, 3, 5)).toBe(false);
  expect(told(4, 4, 300, 900)).toBeNull();
});

/** Two-proportion z test with the variance pooled, two-sided at 5 %. */
function pooledTestRejects(a: number, m: number, b: number, n: number): boolean {
  const pooled = (a + b) / (m + n);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
  return spread > 0 && Math.abs(a / m - b / n) / spread > 1.959963984540054;
}

test('where nothing changed it says so 19 times out of 20, and agrees with the z test', () => {
  const random = seeded(1998);
  const count = (n: number, chance: number) => {
    let yes = 0;
    for (let person = 0; person < n; person++) if (random() < chance) yes++;
    return yes;
  };
  const runs = 20_000;
  let [alarms, agree] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const [m, n] = [30 + Math.floor(random() * 170), 30 + Math.floor(random() * 170)];
    const [a, b] = [count(m, 0.8), count(n, 0.8)];
    const changed = isChange(differenceOf(share(a, m), share(b, n)));
    if (changed) alarms++;
    if (changed === pooledTestRejects(a, m, b, n)) agree++;
  }
  expect(alarms / runs).toBeGreaterThan(0.035);
  expect(alarms / runs).toBeLessThan(0.06);
  expect(agree / runs).toBeGreaterThan(0.98);
});

import { describe, expect, test } from 'vitest';
import { countChange } from '@/lib/measures/count-change';

/** Ways to choose r of n. */
function choose(n: number, r: number): number {
  let ways = 1;
  for (let nth = 1; nth <= r; nth++) ways = (ways * (n - r + nth)) / nth;
  return ways;
}

/** P(R ≤ r) and P(R ≥ r) of n with the share p, summed one by one. */
function tails(n: number, r: number, p: number): [number, number] {
  const weight = (k: number) => choose(n, k) * p ** k * (1 - p) ** (n - k);
  const all = Array.from({ length: n + 1 }, (_, k) => weight(k));
  const sum = (from: number, to: number) => all.slice(from, to).reduce((a, b) => a + b, 0);
  return [sum(0, r + 1), sum(r, n + 1)];
}

describe('two counts', () => {
  test.each([
    { days: 7, daysBefore: 7 },
    { days: 7, daysBefore: 84 },
  ])('differ where one tail is 2.5 % or less, over %o', (span) => {
    const p = span.days / (span.days + span.daysBefore);
    let called = 0;
    for (let all = 1; all <= 40; all++) {
      for (let now = 0; now <= all; now++) {
        const [low, high] = tails(all, now, p);
        const said = countChange(now, all - now, span);
        const expected = low <= 0.025 ? 'fewer' : high <= 0.025 ? 'more' : 'same';
        expect([all, now, said]).toEqual([all, now, expected]);
        if (said !== 'same') called++;
      }
    }
    expect(called).toBeGreaterThan(100);
  });

  test('of nothing and nothing nobody can say anything', () => {
    expect(countChange(0, 0, { days: 7, daysBefore: 7 })).toBe('same');
  });

  test('chance calls one in twenty a change at most', () => {
    for (let all = 1; all <= 60; all++) {
      let wrong = 0;
      for (let now = 0; now <= all; now++) {
        const said = countChange(now, all - now, { days: 7, daysBefore: 7 });
        if (said !== 'same') wrong += choose(all, now) / 2 ** all;
      }
      expect(wrong).toBeLessThanOrEqual(0.05);
    }
  });
});

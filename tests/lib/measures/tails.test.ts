import { expect, it } from 'vitest';
import { atLeast, atMost } from '@/lib/measures/binomial';
import { poissonAtLeast } from '@/lib/measures/poisson';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

const slowly = (n: number, share: number, k: number): number => {
  let sum = 0;
  for (let r = k; r <= n; r++) sum += choose(n, r) * share ** r * (1 - share) ** (n - r);
  return sum;
};

it.each([
  [10, 0.5, 8],
  [60, 0.05, 9],
  [60, 0.05, 20],
  [7, 0.9, 1],
  [100, 0.02, 12],
])('of %i at %d, %i or more: as the sum of all terms says', (n, share, k) => {
  expect(atLeast(n, share, k) / slowly(n, share, k)).toBeCloseTo(1, 6);
  expect(atMost(n, share, k - 1)).toBeCloseTo(1 - slowly(n, share, k), 9);
});

it('at the ends: none is certain, more than all is not, and what never happens does not', () => {
  expect(atLeast(5, 0.3, 0)).toBe(1);
  expect(atLeast(5, 0.3, 6)).toBe(0);
  expect(atLeast(5, 0, 1)).toBe(0);
  expect(atLeast(5, 1, 5)).toBe(1);
});

it('Poisson: as tables have it, and small tails keep their digits', () => {
  expect(poissonAtLeast(1, 1)).toBeCloseTo(1 - Math.exp(-1), 12);
  expect(poissonAtLeast(2, 5)).toBeCloseTo(0.052653, 6);
  // Of 0.1 expected, five: 0.1⁵ ÷ 5! × e^-0.1 and a little.
  expect(poissonAtLeast(0.1, 5) / 7.6674e-8).toBeCloseTo(1, 3);
  expect(poissonAtLeast(0.1, 0)).toBe(1);
});

import { expect, test } from 'vitest';
import { compareRanks } from '@/tests/support/attack/ranks';

const upTo = (count: number, by = 0) => Array.from({ length: count }, (_, nth) => nth + by);

test('lists that are alike are told apart by nothing', () => {
  const { p, delta, medians } = compareRanks(upTo(50), upTo(50));
  expect({ delta, medians }).toEqual({ delta: 0, medians: 0 });
  expect(p).toBeCloseTo(1, 6);
  expect(compareRanks([3, 3, 3], [3, 3, 3]).p).toBeCloseTo(1, 6);
});

test('the likelihood is that of the tables', () => {
  // U = 105 of 400: z = −2.5698, p = 0.01018.
  const [first, second] = [upTo(20), upTo(20, 5.5)];
  const { p, delta } = compareRanks(first, second);
  const u = first.flatMap((one) => second.filter((it) => one > it)).length;
  expect(delta).toBeCloseTo((2 * u) / 400 - 1, 10);
  expect(u).toBe(105);
  expect(p).toBeCloseTo(0.01018, 4);
});

test('each of one list beyond each of the other is told at once', () => {
  const { p, delta, medians } = compareRanks(upTo(30, 100), upTo(30));
  expect(p).toBeLessThan(1e-9);
  expect({ delta, medians }).toEqual({ delta: 1, medians: 100 });
});

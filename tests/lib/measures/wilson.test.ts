import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '@/lib/measures/wilson';
import { seeded } from '../../support/seeded';

const counts = fc
  .nat({ max: 5000 })
  .chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)))
  .filter(([, n]) => n > 0);

describe('published values', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (yes, n, low, high) => {
    const interval = wilson(yes, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

test('all of n ends at exactly 1, none at exactly 0, nobody asked says nothing', () => {
  expect(wilson(7, 7).high).toBe(1);
  expect(wilson(0, 7).low).toBe(0);
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test('refuses what is not a count out of a count', () => {
  for (const [yes, n] of [
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [Number.NaN, 2],
    [0, -1],
  ] as const) {
    expect(() => wilson(yes, n)).toThrow(RangeError);
  }
});

test('stays on the scale and holds the share', () => {
  fc.assert(
    fc.property(counts, ([yes, n]) => {
      const { low, high } = wilson(yes, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(yes / n);
      expect(high).toBeGreaterThanOrEqual(yes / n);
    }),
  );
});

test('yes and no mirror each other', () => {
  fc.assert(
    fc.property(counts, ([yes, n]) => {
      const [one, other] = [wilson(yes, n), wilson(n - yes, n)];
      expect(one.low).toBeCloseTo(1 - other.high, 10);
    }),
  );
});

test('more of the same answers narrow it; one more yes never lowers it', () => {
  fc.assert(
    fc.property(counts, ([yes, n]) => {
      const [few, many] = [wilson(yes, n), wilson(yes * 4, n * 4)];
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
      const more = wilson(yes + 1, n + 1);
      expect(more.low).toBeGreaterThanOrEqual(few.low - 1e-12);
      expect(more.high).toBeGreaterThanOrEqual(few.high - 1e-12);
    }),
  );
});

/** R. G. Newcombe's criterion (1998): true shares drawn evenly from 0 to 1, and people who say yes with that chance. */
test.each([5, 10, 30, 100, 300])(
  'of %i answered it holds the true share in 95 % of all cases, give or take 1 %',
  (n) => {
    const random = seeded(20261129);
    const intervals = Array.from({ length: n + 1 }, (_, yes) => wilson(yes, n));
    const draws = 20_000;
    let held = 0;
    for (let draw = 0; draw < draws; draw++) {
      const share = random();
      let yes = 0;
      for (let person = 0; person < n; person++) if (random() < share) yes++;
      const { low, high } = intervals[yes] ?? { low: 1, high: 0 };
      if (low <= share && share <= high) held++;
    }
    expect(held / draws).toBeGreaterThan(0.94);
    expect(held / draws).toBeLessThan(0.96);
  },
);

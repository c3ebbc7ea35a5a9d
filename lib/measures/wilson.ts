/** Standard normal quantile for 95 % between two tails. */
const z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval, 95 %, of `yes` out of `n`, as shares from 0 to 1 (E. B. Wilson 1927; method 3
 * of R. G. Newcombe, Statistics in Medicine 17, 1998). It holds for small n and near 0 and 1, where the
 * textbook interval leaves the scale. Nobody asked: anything from 0 to 1. Throws RangeError unless
 * 0 ≤ yes ≤ n are whole numbers.
 */
export function wilson(yes: number, n: number): Interval {
  if (!Number.isInteger(yes) || !Number.isInteger(n) || yes < 0 || yes > n) {
    throw new RangeError(`not a count out of a count: ${yes} of ${n}`);
  }
  if (n === 0) return { low: 0, high: 1 };
  const share = yes / n;
  const scale = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / scale;
  // At the ends the formula gives the end itself but for rounding.
  return {
    low: yes === 0 ? 0 : Math.max(0, middle - half),
    high: yes === n ? 1 : Math.min(1, middle + half),
  };
}

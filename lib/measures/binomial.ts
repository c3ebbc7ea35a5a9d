/** Weights this far below the greatest one change no sum. */
const negligible = 1e-18;

/**
 * The lower tail of a binomial distribution as a share of `n`: with `r` the smallest count for which
 * P(R ≤ r) > `tail`, `(r − α) ÷ n` with `α = (P(R ≤ r) − tail) ÷ P(R = r)`, never below 0 (D. J. Spiegelhalter,
 * Statistics in Medicine 24, 2005, appendix A.1.1). Whoever lies below it had a count whose lower tail is
 * `tail` or less: exact, no normal approximation. `share` from 0 to 1, `n` a whole number from 1 on.
 */
export function lowerTail(n: number, share: number, tail: number): number {
  if (share <= 0 || share >= 1) return share;
  const { least, weights } = weightsOf(n, share);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let cumulative = 0;
  for (const [index, weight] of weights.entries()) {
    cumulative += weight / total;
    if (cumulative > tail) {
      const alpha = (cumulative - tail) / (weight / total);
      return Math.max(0, (least + index - alpha) / n);
    }
  }
  return 1;
}

/** The upper tail, which is the lower one of those who did not say yes. */
export const upperTail = (n: number, share: number, tail: number): number =>
  1 - lowerTail(n, 1 - share, tail);

/**
 * How likely chance brings `k` or more out of `n`: the upper tail of a binomial distribution, exact but for
 * what lies 18 places below. `share` from 0 to 1; `n` and `k` whole numbers from 0 on.
 */
export function atLeast(n: number, share: number, k: number): number {
  if (k <= 0) return 1;
  if (k > n || share <= 0) return 0;
  if (share >= 1) return 1;
  const { least, weights } = weightsOf(n, share);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // From the far end inwards, so that what is small is not lost beside what is great.
  const tail = weights.slice(Math.max(0, k - least)).reduceRight((sum, weight) => sum + weight, 0);
  return tail / total;
}

/** How likely chance brings `k` or fewer out of `n`. */
export const atMost = (n: number, share: number, k: number): number => atLeast(n, 1 - share, n - k);

/** Every count that matters with its weight, the likeliest having 1: neither factorials nor underflow. */
function weightsOf(n: number, share: number): { least: number; weights: number[] } {
  const odds = share / (1 - share);
  const mode = Math.min(n, Math.floor((n + 1) * share));
  const below: number[] = [];
  for (let r = mode, weight = 1; r > 0; r--) {
    weight *= r / (n - r + 1) / odds;
    if (weight < negligible) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let r = mode, weight = 1; r < n; r++) {
    weight *= ((n - r) / (r + 1)) * odds;
    if (weight < negligible) break;
    above.push(weight);
  }
  return { least: mode - below.length, weights: [...below.reverse(), 1, ...above] };
}

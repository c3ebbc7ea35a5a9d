/**
 * How likely chance brings `k` or more where `mean` are to be expected: the upper tail of a Poisson
 * distribution, summed from `k` on until nothing is added. `mean` above 0, `k` a whole number from 0 on.
 */
export function poissonAtLeast(mean: number, k: number): number {
  if (k <= 0) return 1;
  let term = Math.exp(-mean);
  let below = 0;
  for (let r = 0; r < k; r++) {
    below += term;
    term *= mean / (r + 1);
  }
  // Near one what lies below says it as exactly; a small tail is summed by itself.
  if (below < 0.5) return 1 - below;
  let tail = 0;
  for (let r = k; term > tail * 1e-16; r++) {
    tail += term;
    term *= mean / (r + 1);
  }
  return tail;
}

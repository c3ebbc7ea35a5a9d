/** Standard normal quantiles: one-sided 5 % to be wrong where all is well, 90 % to notice where it is not. */
const [alarm, notice] = [1.6448536269514722, 1.2815515655446004];

const deviation = (share: number): number => Math.sqrt(share * (1 - share));

function fits(claimed: number, real: number): void {
  if (!(claimed < 1 && real > 0 && real < claimed)) {
    throw new RangeError(`cannot tell ${real} from ${claimed}`);
  }
}

/**
 * Checks needed to tell a claimed share from a lower real one, the claim taken as known: one-sided α = .05, power .9,
 * by the normal approximation (J. L. Fleiss, Statistical Methods for Rates and Proportions, 2.2). Shares between 0 and 1,
 * `real` below `claimed`; RangeError otherwise.
 */
export function checksToTell(claimed: number, real: number): number {
  fits(claimed, real);
  const root = alarm * deviation(claimed) + notice * deviation(real);
  return Math.ceil((root / (claimed - real)) ** 2);
}

/** The same for two samples of one size that are compared with one another, of each. */
export function checksOfEach(claimed: number, real: number): number {
  fits(claimed, real);
  const spread = claimed * (1 - claimed) + real * (1 - real);
  return Math.ceil(((alarm + notice) ** 2 * spread) / (claimed - real) ** 2);
}

/** Checks after which at least one false answer of such a share is met with 95 %. */
export const checksToMeetOne = (share: number): number =>
  Math.ceil(Math.log(0.05) / Math.log(1 - share));

/** P(X ≤ `yes`) of `n` independent ones with this share, exact. */
export function atMost(yes: number, n: number, share: number): number {
  if (share >= 1) return yes >= n ? 1 : 0;
  if (share <= 0) return 1;
  let weight = n * Math.log(1 - share);
  let sum = Math.exp(weight);
  for (let r = 1; r <= yes; r++) {
    weight += Math.log((n - r + 1) / r) + Math.log(share / (1 - share));
    sum += Math.exp(weight);
  }
  return Math.min(1, sum);
}

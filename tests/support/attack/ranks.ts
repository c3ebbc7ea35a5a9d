/** Whether one of two lists of measurements tends to be greater. */
export interface Compared {
  /** How likely chance alone brings ranks this uneven, two-sided. */
  p: number;
  /** Cliff's delta: 0 where neither tends to be greater, 1 where each of the first is greater than each of the other. */
  delta: number;
  /** By how much the middle ones differ, first less second, in the unit of the lists. */
  medians: number;
}

/**
 * The rank test of H. B. Mann and D. R. Whitney (Annals of Mathematical Statistics 18, 1947), with mean ranks for ties and
 * the normal approximation, good from twenty measurements in each list on. It asks nothing of how times are spread.
 */
export function compareRanks(first: readonly number[], second: readonly number[]): Compared {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].sort((a, b) => a.value - b.value);
  let sum = 0;
  let tied = 0;
  for (let from = 0; from < all.length; ) {
    const end = all.findIndex(({ value }, nth) => nth > from && value !== all[from]?.value);
    const to = end < 0 ? all.length : end;
    const alike = all.slice(from, to);
    sum += alike.filter(({ isFirst }) => isFirst).length * ((from + 1 + to) / 2);
    tied += alike.length ** 3 - alike.length;
    from = to;
  }
  const [n, m] = [first.length, second.length];
  const u = sum - (n * (n + 1)) / 2;
  const size = n + m;
  const variance = ((n * m) / 12) * (size + 1 - tied / (size * (size - 1)));
  const z = variance > 0 ? (u - (n * m) / 2) / Math.sqrt(variance) : 0;
  return {
    p: Math.min(1, 2 * upperTail(Math.abs(z))),
    delta: (2 * u) / (n * m) - 1,
    medians: median(first) - median(second),
  };
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/** Of the normal distribution, wrong by 7.5e-8 at most (Abramowitz and Stegun, 1964, 26.2.17). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((rest, term) => (rest + term) * t, 0);
  return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

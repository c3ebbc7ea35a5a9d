/** Numbers that look random and are the same every time, so that the demo is always the same county. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number;
  between(from: number, to: number): number;
  /** True so often out of one. */
  often(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One key, each as often as its weight says. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** Marsaglia's xorshift with 32 bits: enough for choosing, and for nothing secret. */
export function dice(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  for (let nth = 0; nth < 8; nth++) next();
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    often: (share) => next() < share,
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    weigh<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error('no weight is above zero');
    },
  };
}

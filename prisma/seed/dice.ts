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
class Xorshift implements Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) | 1;
    for (let nth = 0; nth < 8; nth++) this.next();
  }

  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 0x1_0000_0000;
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  often(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  weigh<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new Error('no weight is above zero');
  }
}

export const dice = (seed: number): Dice => new Xorshift(seed);

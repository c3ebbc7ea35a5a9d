import type { Share } from './tally';

/** A difference of two shares with its interval, from −1 to 1. */
export interface Difference {
  value: number;
  low: number;
  high: number;
}

/**
 * `now − before` of two independent shares with its 95 % interval, made of the Wilson intervals of both (method 10
 * of R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890). It holds for small n and near 0 and 1.
 */
export function differenceOf(now: Share, before: Share): Difference {
  const value = now.value - before.value;
  return {
    value,
    low: value - Math.hypot(now.value - now.low, before.high - before.value),
    high: value + Math.hypot(now.high - now.value, before.value - before.low),
  };
}

/** Null where either share is missing. */
export const changeOf = (now: Share | null, before: Share | null): Difference | null =>
  now && before ? differenceOf(now, before) : null;

/** A change is called one only where its interval leaves out 0. */
export const isChange = ({ low, high }: Difference): boolean => low > 0 || high < 0;

/** Draws from a list so that the first of it comes most often. */
export interface Shares<T> {
  /** By a number from 0 up to, not including, 1. */
  at(chance: number): T;
}

/** Each as often as its weight says. */
export function weighted<T>(
  list: readonly T[],
  weightOf: (item: T, nth: number) => number,
): Shares<T> {
  let sum = 0;
  const sums = list.map((item, nth) => {
    sum += weightOf(item, nth);
    return sum;
  });
  return {
    at(chance) {
      const wanted = chance * sum;
      let low = 0;
      let high = sums.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) > wanted) high = middle;
        else low = middle + 1;
      }
      const found = list[low];
      if (found === undefined) throw new Error('nothing to draw from');
      return found;
    },
  };
}

/** Zipf's law: the nth as often as 1/n to this power. What cities' complaint counts look like by unit and kind. */
export const zipf = <T>(list: readonly T[], power: number): Shares<T> =>
  weighted(list, (_, nth) => 1 / (nth + 1) ** power);

import { lowerTail, upperTail } from './binomial';
import { fewestForAShare, type Share, shareOf } from './tally';

/** How a unit lies to what its kind has together: within chance, beyond 95 %, beyond 99.8 %. */
export type Standing = 'inside' | 'low' | 'high' | 'veryLow' | 'veryHigh';

/** Shares from 0 to 1 for so many answers. */
export interface Limits {
  answered: number;
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}

export interface Counts {
  answered: number;
  yes: number;
}

export type Point<T extends Counts> = T & { share: Share; standing: Standing };

export interface Funnel<T extends Counts> {
  /** Yes ÷ answered of all of the group, those that are not drawn included. */
  average: number;
  /** In the order given. */
  points: Point<T>[];
  /** How many answered too little to be drawn. */
  few: number;
  /** From the smallest number that is drawn to the greatest there is. */
  curve: Limits[];
}

/** Of two, one always lies above what they have together and the other below: nothing can be read from it. */
const fewestPoints = 3;

/**
 * What chance alone would do around `average` with so many answers: exact binomial limits, 95 and 99.8 %
 * between two tails of 2.5 and 0.1 % (D. J. Spiegelhalter, Statistics in Medicine 24, 2005, 1185–1202).
 */
export function limitsAt(answered: number, average: number): Limits {
  return {
    answered,
    low95: lowerTail(answered, average, 0.025),
    high95: upperTail(answered, average, 0.025),
    low998: lowerTail(answered, average, 0.001),
    high998: upperTail(answered, average, 0.001),
  };
}

/** Held against the very limits that are drawn. */
export function standingOf(share: number, limits: Limits): Standing {
  if (share < limits.low998) return 'veryLow';
  if (share > limits.high998) return 'veryHigh';
  if (share < limits.low95) return 'low';
  return share > limits.high95 ? 'high' : 'inside';
}

/** One group of units of a kind; null where too few have a share. */
export function funnelOf<T extends Counts>(group: readonly T[]): Funnel<T> | null {
  const answered = group.reduce((sum, it) => sum + it.answered, 0);
  const average = group.reduce((sum, it) => sum + it.yes, 0) / answered;
  const points = group.flatMap((it) => {
    const share = shareOf(it.yes, it.answered);
    if (!share) return [];
    const standing = standingOf(share.value, limitsAt(it.answered, average));
    return [{ ...it, share, standing }];
  });
  if (points.length < fewestPoints) return null;
  const most = Math.max(...points.map((it) => it.answered));
  return {
    average,
    points,
    few: group.filter((it) => it.answered > 0).length - points.length,
    curve: sizesTo(most).map((n) => limitsAt(n, average)),
  };
}

/** Every whole number while the limits bend, then ever wider steps. */
function sizesTo(most: number): number[] {
  const sizes: number[] = [];
  for (let n = fewestForAShare; n < most; n = Math.ceil(n * 1.04)) sizes.push(n);
  return [...sizes, most];
}

import { type HeadlineKey, headlineKeys } from '../define';
import { type Share, shareOf, type Tally } from '../tally';
import type { Interval } from '../wilson';

/** Hundredths of each headline rate; together 100. */
export type Weights = Readonly<Record<HeadlineKey, number>>;

export interface ScorePart {
  key: HeadlineKey;
  weight: number;
  /** Null: too few answers for a rate. */
  share: Share | null;
}

export interface Score extends Interval {
  /** From 0 to 1, as shares are. */
  value: number;
}

/** What is weighed, whether there are answers enough or not; rates that weigh nothing are left out. */
export const scoreParts = (
  tallies: Readonly<Record<HeadlineKey, Tally>>,
  weights: Weights,
): ScorePart[] =>
  headlineKeys.flatMap((key) => {
    const { yes, answered } = tallies[key];
    return weights[key] > 0 ? [{ key, weight: weights[key], share: shareOf(yes, answered) }] : [];
  });

/**
 * The weighted mean of the rates, and the same mean of the ends of their 95 % intervals. The rates are of the same people
 * and move together: at the most this interval is right, and else too wide, never too narrow. Null where one of the
 * rates has too few answers; the others are not made to stand for it.
 */
export function scoreOf(parts: readonly ScorePart[]): Score | null {
  const score = { value: 0, low: 0, high: 0 };
  for (const { weight, share } of parts) {
    if (!share) return null;
    score.value += (weight / 100) * share.value;
    score.low += (weight / 100) * share.low;
    score.high += (weight / 100) * share.high;
  }
  return parts.length > 0 ? score : null;
}

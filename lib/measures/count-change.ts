import { lowerTail, upperTail } from './binomial';

export type CountChange = 'more' | 'fewer' | 'same';

/**
 * Two counts of what comes by itself, over `days` and `daysBefore`: more or fewer than chance explains, or not to
 * be told apart. Exact: where both come at one rate, `now` out of all is binomial with the share of its days
 * (J. Przyborowski and H. Wilenski, Biometrika 31, 1940, 313–323); 95 % between two tails.
 */
export function countChange(
  now: number,
  before: number,
  { days, daysBefore }: { days: number; daysBefore: number },
): CountChange {
  const all = now + before;
  if (all === 0) return 'same';
  const expected = days / (days + daysBefore);
  if (now / all < lowerTail(all, expected, 0.025)) return 'fewer';
  return now / all > upperTail(all, expected, 0.025) ? 'more' : 'same';
}

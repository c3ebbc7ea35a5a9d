import type { Share } from '@/lib/measures/tally';

/** Shares from 0 to 1 as people read them: `71.1`. */
export const percent = (share: number): string => (share * 100).toFixed(1);

/** `66.2–80.5%` */
export const intervalWords = ({ low, high }: Share): string => `${percent(low)}–${percent(high)}%`;

/** `+8.8`, `−0.2`, `0.0` */
export function pointsWords(now: Share, before: Share): string {
  const points = percent(Math.abs(now.value - before.value));
  if (points === '0.0') return points;
  return `${now.value > before.value ? '+' : '−'}${points}`;
}

import type { Share } from '@/lib/measures/tally';

/** Shares from 0 to 1 as people read them: `71.1`. */
export const percent = (share: number): string => (share * 100).toFixed(1);

/** `66.2–80.5%` */
export const intervalWords = ({ low, high }: Share): string => `${percent(low)}–${percent(high)}%`;

/** A difference of shares in points: `+8.8`, `−0.2`, `0.0` */
export function points(difference: number): string {
  const size = percent(Math.abs(difference));
  if (size === '0.0') return size;
  return `${difference > 0 ? '+' : '−'}${size}`;
}

/** Of so many each: `3.4`. */
export const perOne = (part: number, whole: number): string => (part / whole).toFixed(1);

import { dice } from '@/prisma/seed/dice';

/** What arrives in a second at a capital's peak. */
export const peak = { create: 11, step: 90, page: 230 } as const;
export type Kind = keyof typeof peak;

export interface Arrival {
  kind: Kind;
  /** Milliseconds after the beginning. */
  atMs: number;
}

/**
 * A Poisson process of so many times the peak: gaps between arrivals are exponential, whatever is answered
 * meanwhile. The same seed gives the same arrivals.
 */
export function arrivals(multiple: number, forMs: number, seed: number): Arrival[] {
  const roll = dice(seed);
  const perMs = (multiple * (peak.create + peak.step + peak.page)) / 1000;
  const found: Arrival[] = [];
  for (let atMs = 0; ; ) {
    atMs += -Math.log(1 - roll.next()) / perMs;
    if (atMs >= forMs) return found;
    found.push({ kind: roll.weigh(peak), atMs });
  }
}

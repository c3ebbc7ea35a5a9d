import type { Figure } from '../figures';
import { isShort, type Run, runsOf } from '../kept-runs';

/** One run of `pages` and how many cases its county has. */
export interface Size {
  cases: number;
  run: Run;
}

/** The last whole run of `pages` at each size, small ones first. Short runs say nothing of speed and are left out. */
export function sizesIn(folder: string): Size[] {
  const last = new Map<number, Run>();
  for (const run of runsOf(folder, 'pages')) {
    if (run.cases && !isShort(run)) last.set(run.cases, run);
  }
  return [...last].map(([cases, run]) => ({ cases, run })).sort((a, b) => a.cases - b.cases);
}

export const figureOf = ({ figures }: Run, name: string): Figure | null =>
  figures.find((it) => it.name === name) ?? null;

/** 10,000 as `10 k`, 1,000,000 as `1 M`. */
export const shortOf = (cases: number): string =>
  cases >= 1_000_000 ? `${cases / 1_000_000} M` : `${cases / 1_000} k`;

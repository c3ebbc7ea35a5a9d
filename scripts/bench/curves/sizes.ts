import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figures';
import type { Run } from '../kept-runs';

/** One run of `pages` and how many cases its county has. */
export interface Size {
  cases: number;
  run: Run;
}

/** The last whole run of `pages` at each size, small ones first. Short runs say nothing of speed and are left out. */
export function sizesIn(folder: string): Size[] {
  if (!existsSync(folder)) return [];
  const runs = readdirSync(folder)
    .filter((it) => it.startsWith('pages-') && it.endsWith('.json'))
    .sort()
    .map((it) => JSON.parse(readFileSync(join(folder, it), 'utf8')) as Run)
    .filter((it) => !it.ground.endsWith(' quick'));
  const last = new Map<number, Run>();
  for (const run of runs) if (run.cases) last.set(run.cases, run);
  return [...last].map(([cases, run]) => ({ cases, run })).sort((a, b) => a.cases - b.cases);
}

export const figureOf = ({ figures }: Run, name: string): Figure | null =>
  figures.find((it) => it.name === name) ?? null;

/** 10,000 as `10 k`, 1,000,000 as `1 M`. */
export const shortOf = (cases: number): string =>
  cases >= 1_000_000 ? `${cases / 1_000_000} M` : `${cases / 1_000} k`;

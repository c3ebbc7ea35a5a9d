import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures';

/** One run of one bench, as it is kept. */
export interface Run {
  bench: string;
  /** ISO instant. */
  at: string;
  machine: Machine;
  /** What was measured on: runs on another county are not compared. */
  ground: string;
  /** How many cases the generated county has; absent where there is none. */
  cases?: number;
  figures: Figure[];
}

export interface Machine {
  cores: number;
  cpu: string;
  memoryGb: number;
  node: string;
  postgres: string;
}

const nameOf = ({ bench, at }: Run): string => `${bench}-${at.replaceAll(':', '-')}.json`;

/** What a run was made on. Short runs are a ground of their own: they say nothing of speed. */
export const groundOf = (key: string, quick: boolean): string => `${key}${quick ? short : ''}`;

export const isShort = ({ ground }: Run): boolean => ground.endsWith(short);

const short = ' quick';

/** All runs kept of a bench, in the order they were made. */
export function runsOf(folder: string, bench: string): Run[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((it) => it.startsWith(`${bench}-2`) && it.endsWith('.json'))
    .sort()
    .map((it) => JSON.parse(readFileSync(join(folder, it), 'utf8')) as Run)
    .filter((it) => it.bench === bench);
}

/** The last run kept of this bench on the same ground, or null. */
export const lastRun = (folder: string, bench: string, ground: string): Run | null =>
  runsOf(folder, bench).findLast((it) => it.ground === ground) ?? null;

/** @returns the file it was written to. */
export function keepRun(folder: string, run: Run): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, nameOf(run));
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  return file;
}

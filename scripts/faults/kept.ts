import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '@/scripts/bench/kept-runs';
import type { Outcome } from './outcome';

/** A run of one fault as it is kept, so that one that is cut off can go on. */
export interface Kept {
  fault: string;
  /** ISO instants. */
  beganAt: string;
  at: string;
  machine: Machine;
  outcome: Outcome;
  controls: Record<string, Outcome>;
}

const fileOf = (folder: string, fault: string) => join(folder, `${fault}.unfinished.json`);

export function unfinished(folder: string, fault: string): Kept | null {
  const file = fileOf(folder, fault);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null;
}

/** It appears whole: a run that is killed while it writes has lost one portion at most. */
export function keep(folder: string, kept: Kept): void {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(folder, kept.fault);
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** @returns where it lies from now on. */
export function finish(folder: string, kept: Kept): string {
  keep(folder, kept);
  const file = join(folder, `${kept.fault}-${kept.at.replaceAll(':', '-')}.json`);
  renameSync(fileOf(folder, kept.fault), file);
  return file;
}

import { chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LesserUser } from '../launcher/lesser-user';
import { Refusal } from '../launcher/refusal';

export type Entry = { path: string; isFolder: boolean };

/**
 * Everything below a folder, a folder before what is in it, paths with '/' and in a fixed order. What
 * vanishes meanwhile is not there.
 *
 * @throws Refusal at a link: where it leads to would not be copied.
 */
export function* entriesOf(folder: string, below = ''): Generator<Entry> {
  for (const entry of listOf(join(folder, below))) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink()) {
      throw new Refusal(`${join(folder, path)} leads out of its folder; that cannot be copied.`);
    }
    yield { path, isFolder: entry.isDirectory() };
    if (entry.isDirectory()) yield* entriesOf(folder, path);
  }
}

/** Makes a folder for its owner alone. */
export function makeFolder(path: string, owner: LesserUser | undefined): void {
  mkdirSync(path, { mode: 0o700 });
  if (owner) chownSync(path, owner.uid, owner.gid);
}

/** Makes this process's user the owner of everything in a folder and of itself. */
export function takeBack(folder: string): void {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) return;
  for (const { path } of entriesOf(folder)) chownSync(join(folder, path), uid, gid);
  chownSync(folder, uid, gid);
}

function listOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

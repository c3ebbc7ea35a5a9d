import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, type Life, ownLife } from './life';
import { Refusal } from './refusal';

/**
 * Takes a file as a lock that ends with its holder's life.
 *
 * @returns what lets go of it, or the process that has it.
 */
export function take(path: string): { release(): void } | { heldBy: Life } {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(ownLife()), { mode: 0o600 });
  try {
    for (;;) {
      if (linked(mine, path)) return { release: () => rmSync(path, { force: true }) };
      const holder = holderOf(path);
      if (holder && isAlive(holder)) return { heldBy: holder };
      discard(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Waits for the lock, does the work, lets go. */
export async function holding<T>(path: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + 300_000;
  for (;;) {
    const lock = take(path);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > giveUpAt) {
      throw new Refusal(`Process ${lock.heldBy.pid} has been holding ${path} for five minutes.`);
    }
    await pause(50);
  }
}

/** The process written into a lock file, if it can be read. */
export function holderOf(path: string): Life | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Life;
  } catch {
    return undefined;
  }
}

/** A link appears whole or not at all, so nobody ever reads a lock half written. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead holder's lock, unless someone else has replaced it meanwhile. */
function discard(path: string, dead: Life | undefined): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = holderOf(aside);
  if (moved && JSON.stringify(moved) !== JSON.stringify(dead)) linked(aside, path);
  rmSync(aside, { force: true });
}

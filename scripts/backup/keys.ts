import { hkdfSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from '../launcher/data-directory';
import { Refusal } from '../launcher/refusal';
import { isInside } from './inside';

/**
 * The keys are one secret: every other key is derived from it. It lies in a file of the data directory
 * unless it is set in the environment, and never in a backup. The passwords of the database are no
 * keys: a restored database is given new ones.
 */
export const KEY_FILE = 'secret';

/** The secret in a folder; undefined where there is none. */
export function secretIn(folder: string): string | undefined {
  const path = join(folder, KEY_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** What a backup notes of the secret it was made with: it fits one secret and opens nothing. */
export function markOf(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'huiyin: mark of the keys', 16)).toString(
    'hex',
  );
}

/**
 * Puts the secret into a folder of its own.
 *
 * @param apartFrom folders it may not lie in.
 * @throws Refusal when it would lie with the data, or another secret is there already.
 */
export function writeKeys(folder: string, secret: string, apartFrom: readonly string[]): void {
  needApart(folder, apartFrom);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const there = secretIn(folder);
  if (there === secret) return;
  if (there) throw new Refusal(`${folder} holds the keys of another installation.`);
  writePrivate(join(folder, KEY_FILE), `${secret}\n`);
}

/** @throws Refusal when a folder for keys lies in one of the others. */
export function needApart(folder: string, others: readonly string[]): void {
  if (!others.some((other) => isInside(folder, other))) return;
  throw new Refusal('The keys must lie apart from the backup: name a folder outside of it.');
}

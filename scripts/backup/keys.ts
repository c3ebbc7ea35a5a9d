import { hkdfSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/env';
import { writePrivate } from '../launcher/data-directory';
import { keyFiles, keyIn } from '../launcher/key-files';
import { Refusal } from '../launcher/refusal';
import { isInside } from './inside';

/**
 * The keys: the secret, of which every key is derived that has none of its own, and the keys that have. They are set in the
 * environment or lie in files of the data directory, and never in a backup. The passwords of the database are no
 * keys: a restored database is given new ones.
 */
export type Keys = ReadonlyMap<string, string>;

/** The keys in use by the names of their files, wherever they come from; without the secret there are none. */
export function keysInUse(settings: Settings): Keys {
  const keys = keyFiles.flatMap(({ file, value }) => {
    const key = value(settings) ?? (file === 'secret' && keyIn(settings.dataDirectory, file));
    return key ? [[file, key] as const] : [];
  });
  return new Map(keys[0]?.[0] === 'secret' ? keys : []);
}

/** The keys that lie in a folder. */
export function keysIn(folder: string): Keys {
  return new Map(
    keyFiles.flatMap(({ file }) => {
      const key = keyIn(folder, file);
      return key ? [[file, key] as const] : [];
    }),
  );
}

/** What a backup notes of a key it was made with: it fits that key alone and opens nothing. */
export function markOf(key: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'huiyin: mark of the keys', 16)).toString('hex');
}

/**
 * Puts the keys into a folder of their own. What lies there already stays: older backups may need it.
 *
 * @param apartFrom folders it may not lie in.
 * @throws Refusal when they would lie with the data, or other keys are there already.
 */
export function writeKeys(folder: string, keys: Keys, apartFrom: readonly string[]): void {
  needApart(folder, apartFrom);
  needSame(folder, keys);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  putKeys(folder, keys);
}

/** Puts the keys into files of a folder. */
export function putKeys(folder: string, keys: Keys): void {
  for (const [file, key] of keys) writePrivate(join(folder, file), `${key}\n`);
}

/** @throws Refusal when another key lies in a folder where one of these is to lie. */
export function needSame(folder: string, keys: Keys): void {
  const there = keysIn(folder);
  const other = [...keys].find(([file, key]) => there.has(file) && there.get(file) !== key);
  if (!other) return;
  throw new Refusal(
    `${folder} holds another ${other[0]}, of another installation or of before it was changed. Older backups may need it: name another folder.`,
  );
}

/** @throws Refusal when a folder for keys lies in one of the others. */
export function needApart(folder: string, others: readonly string[]): void {
  if (!others.some((other) => isInside(folder, other))) return;
  throw new Refusal('The keys must lie apart from the backup: name a folder outside of it.');
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/env';

/** A key that may lie in a file of the data directory, and the setting that comes before it. */
export interface KeyFile {
  file: string;
  setting: string;
  value(settings: Settings): string | undefined;
  /** A key of before counts only beside the file of the key that followed it. */
  beside?: string;
}

const SECRET = 'secret';

/** All keys there are, the secret first: with them everything in the database can be read. */
export const keyFiles: readonly KeyFile[] = [
  { file: SECRET, setting: 'HUIYIN_SECRET', value: (it) => it.secret },
  {
    ...{ file: 'secret-before', setting: 'HUIYIN_SECRET_BEFORE' },
    ...{ value: (it) => it.secretBefore, beside: 'HUIYIN_SECRET' },
  },
  { file: 'contact-key', setting: 'HUIYIN_CONTACT_KEY', value: (it) => it.contactKey },
  {
    ...{ file: 'contact-key-before', setting: 'HUIYIN_CONTACT_KEY_BEFORE' },
    ...{ value: (it) => it.contactKeyBefore, beside: 'HUIYIN_CONTACT_KEY' },
  },
  { file: 'seal-key', setting: 'HUIYIN_SEAL_KEY', value: (it) => it.sealKey },
  {
    ...{ file: 'seal-key-before', setting: 'HUIYIN_SEAL_KEY_BEFORE' },
    ...{ value: (it) => it.sealKeyBefore, beside: 'HUIYIN_SEAL_KEY' },
  },
];

/** The key in a file of a folder; undefined where there is none. */
export function keyIn(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || undefined : undefined;
}

/**
 * The settings that files of the data directory bring, as a restore leaves them there. The environment comes before
 * them; and where it names a key, the file of the key before that one is of another time. The secret itself is read,
 * and made, where it is needed.
 */
export function keysInFiles(
  dataDirectory: string,
  environment: Record<string, string | undefined>,
): Record<string, string> {
  const isSet = (name: string) => Boolean(environment[name]?.trim());
  const found: Record<string, string> = {};
  for (const { file, setting, beside = setting } of keyFiles) {
    if (file === SECRET || isSet(setting) || isSet(beside)) continue;
    const key = keyIn(dataDirectory, file);
    if (key) found[setting] = key;
  }
  return found;
}

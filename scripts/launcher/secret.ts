import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings } from '@/lib/env';
import { writePrivate } from './data-directory';

/** HUIYIN_SECRET, or the one kept in the data directory, made there the first time. */
export function secretOf(settings: Settings): string {
  if (settings.secret) return settings.secret;
  const path = join(settings.dataDirectory, 'secret');
  const kept = readKept(path);
  if (kept) return kept;
  const made = randomBytes(32).toString('base64url');
  writePrivate(path, `${made}\n`);
  return made;
}

/**
 * The key that seals what a form carries for the server, derived so that a form opened before a
 * restart still opens after it: 32 bytes in base64.
 */
export function actionsKey(secret: string): string {
  const key = hkdfSync('sha256', secret, '', 'huiyin: server actions', 32);
  return Buffer.from(key).toString('base64');
}

function readKept(path: string): string | undefined {
  try {
    return readSettings({ HUIYIN_SECRET: readFileSync(path, 'utf8').trim() }).secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../launcher/refusal';
import { root } from '../launcher/root';

const FILE = 'manifest.json';

const whole = z.number().int().nonnegative();
const lsn = z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/);

const schema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  application: z.string(),
  postgres: z.object({ version: z.string(), major: whole }),
  startLsn: lsn,
  stopLsn: lsn,
  migrations: z.array(z.string()),
  /** Rows of every table of the proven copy. */
  tables: z.record(z.string(), whole),
  /** What `npm run verify` found in it; null where it is of another version of the application. */
  log: z.object({ appeals: whole, events: whole, faults: whole }).nullable(),
  /** Tells whether a secret is the one this was written with, and nothing about it. */
  keys: z.string().nullable(),
  /** The same of every other key in use, by the name of its file; backups of before 0.9 name none. */
  otherKeys: z.record(z.string(), z.string()).default({}),
  files: z.object({ count: whole, bytes: whole, sha256: z.string().length(64) }),
});

/** What a backup says of itself. Its presence says that the copy was started and found whole. */
export type Manifest = z.infer<typeof schema>;

export function writeManifest(backup: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeFileSync(join(backup, FILE), text, { mode: 0o600, flush: true });
}

/** @throws Refusal when there is none or it is none of ours. */
export function readManifest(backup: string): Manifest {
  const path = join(backup, FILE);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing) throw new Refusal(`${backup} is no finished backup: it has no ${FILE}.`);
    throw new Refusal(`The backup is damaged: ${FILE} cannot be read.`);
  }
}

/** The version of the application that makes a backup. */
export function applicationVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

import { accessSync, constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './refusal';

/**
 * Makes HUIYIN_DATA. Others may pass through it, because a server run by a lesser user lives inside;
 * they may not list it, and what is private in it has its own permissions.
 *
 * @throws Refusal when this user may not write there.
 */
export function needDataDirectory(path: string): void {
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new Refusal(`HUIYIN_DATA (${path}) cannot be written by this user (${reason}).`);
  }
}

/** Writes a file only its owner can read; a reader finds the old one or the new one, never half. */
export function writePrivate(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, path);
}

/** Node's own way of making parents never comes back where the system cannot make any. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o711 });
}

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../launcher/refusal';
import { hashFile } from './copy-file';
import { PHOTOS } from './copy-photos';
import { type Entry, entriesOf } from './tree';

/** In the form `sha256sum --check` reads. */
const LIST = 'files.sha256';

/** The list of all files of a backup in one line. */
export type ListMark = { count: number; bytes: number; sha256: string };

/** SHA-256 by path below the backup's folder. */
export type FileList = ReadonlyMap<string, string>;

/** Reads every file of cluster and pictures in a backup and writes down what it is. */
export async function writeFileList(backup: string): Promise<ListMark> {
  let bytes = 0;
  const lines: string[] = [];
  for (const { path, isFolder } of listed(backup)) {
    if (isFolder) continue;
    const file = await hashFile(join(backup, path));
    bytes += file.bytes;
    lines.push(`${file.sha256}  ${path}\n`);
  }
  const text = lines.join('');
  writeFileSync(join(backup, LIST), text, { mode: 0o600, flush: true });
  return { count: lines.length, bytes, sha256: hashOf(text) };
}

/**
 * The list as it was written.
 *
 * @throws Refusal when it is another than the manifest knows, or files are missing or have been added.
 */
export function readFileList(backup: string, mark: ListMark): FileList {
  const text = textOf(join(backup, LIST));
  if (hashOf(text) !== mark.sha256) {
    throw new Refusal(`The backup is damaged: ${LIST} is not the list its manifest was made with.`);
  }
  const list = new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const left = new Set(list.keys());
  for (const { path, isFolder } of listed(backup)) {
    if (isFolder || left.delete(path)) continue;
    throw new Refusal(`The backup is damaged: ${path} does not belong to it.`);
  }
  const [missing] = left;
  if (missing) throw new Refusal(`The backup is damaged: ${missing} is missing.`);
  return list;
}

/** All a backup holds beside what it says of itself. */
function* listed(backup: string): Generator<Entry> {
  for (const folder of ['data', PHOTOS]) yield* entriesOf(backup, folder);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Refusal(`The backup is damaged: ${LIST} cannot be read.`);
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

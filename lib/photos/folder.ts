import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '@/lib/env';

/** large and small: as they were sent, for whoever reads the case. open: covered and released, by its own id. */
export type PhotoSize = 'large' | 'small' | 'open';
const sizes: readonly PhotoSize[] = ['large', 'small', 'open'];

const folder = (): string => join(settings().dataDirectory, 'photos');

export const photoPath = (id: string, size: PhotoSize): string =>
  join(folder(), id.slice(-2), `${id}.${size}.webp`);

/** A place for what has just come in, outside of what is served. */
export async function incoming(): Promise<string> {
  const place = join(folder(), 'incoming');
  await mkdir(place, { recursive: true, mode: 0o700 });
  return place;
}

/** Puts pictures where they stay; each appears whole or not at all. */
export async function keepFiles(
  id: string,
  made: Readonly<Partial<Record<PhotoSize, string>>>,
): Promise<void> {
  await mkdir(join(folder(), id.slice(-2)), { recursive: true, mode: 0o700 });
  for (const size of sizes) {
    const path = made[size];
    if (!path) continue;
    // On the disk before its hash is in the log.
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
    await rename(path, photoPath(id, size));
  }
}

export async function dropFiles(id: string): Promise<void> {
  for (const size of sizes) await rm(photoPath(id, size), { force: true });
}

export interface PhotoBytes {
  bytes: number;
  stream: NodeJS.ReadableStream;
}

/** The picture's bytes as they are kept; null where they are not there. */
export async function openPhoto(id: string, size: PhotoSize): Promise<PhotoBytes | null> {
  const path = photoPath(id, size);
  const found = await stat(path).catch(() => null);
  return found && { bytes: found.size, stream: createReadStream(path) };
}

/** Longer than any sending or making of a picture takes. */
const settledMs = 60 * 60_000;

async function settledIn(place: string, at: Date): Promise<string[]> {
  const names = await readdir(place).catch(() => []);
  const old: string[] = [];
  for (const name of names) {
    const found = await stat(join(place, name)).catch(() => null);
    if (found && at.getTime() - found.mtimeMs > settledMs) old.push(name);
  }
  return old;
}

/** Removes what a process that was killed left of pictures that were just coming in. */
export async function dropIncoming(at: Date): Promise<void> {
  const place = join(folder(), 'incoming');
  for (const name of await settledIn(place, at)) await rm(join(place, name), { force: true });
}

/** Ids of pictures in one of the 256 folders that have been there for a while. */
export async function idsIn(nth: number, at: Date): Promise<string[]> {
  const place = join(folder(), (nth % 256).toString(16).padStart(2, '0'));
  const names = await settledIn(place, at);
  return [...new Set(names.map((it) => it.slice(0, 36)))];
}

import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 as newId } from 'uuid';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import { type PhotoBytes, type PhotoStore, StoreAway } from './photo-store';
import { keepingStore, stores, unlessAway } from './store';

/**
 * large and small: as they were sent, for whoever reads the case. open: covered and released, by its own id. paper: a
 * PDF as it came.
 */
export type PhotoSize = 'large' | 'small' | 'open' | 'paper';
const sizes: readonly PhotoSize[] = ['large', 'small', 'open', 'paper'];
/** What does not stay as long as the case does. */
export const largest: readonly PhotoSize[] = ['large', 'paper'];

const keyOf = (id: string, size: PhotoSize): string =>
  `${id.slice(-2)}/${id}.${size}.${size === 'paper' ? 'pdf' : 'webp'}`;

const incomingFolder = () => join(settings().dataDirectory, 'photos', 'incoming');

/**
 * A place for what has just come in or is being made, on this machine and outside of what is served.
 *
 * @throws StoreAway when there is no room for it, or it may not be made.
 */
export async function incoming(): Promise<string> {
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new StoreAway('there is no place for what comes in', undefined, { cause });
  });
  return incomingFolder();
}

/**
 * Puts pictures where they stay; each appears whole or not at all.
 *
 * @throws StoreAway when they cannot be kept now; then none of them is.
 */
export async function keepFiles(
  id: string,
  made: Readonly<Partial<Record<PhotoSize, string>>>,
): Promise<void> {
  const store = keepingStore();
  const tried: PhotoSize[] = [];
  try {
    for (const size of sizes) {
      const path = made[size];
      if (!path) continue;
      tried.push(size);
      await store.put(keyOf(id, size), path);
    }
  } catch (error) {
    // Somebody waits for the answer, and a store that is silent would keep them as long again.
    unlessAway(() => drop(store, id, tried)).catch((it) =>
      log.error({ err: it }, 'left to the sweep'),
    );
    throw error;
  }
}

const drop = async (store: PhotoStore, id: string, which: readonly PhotoSize[]): Promise<void> => {
  // Each is waited for: one still under way when another fails would be done after all, when nobody expects it.
  const ends = await Promise.allSettled(which.map((size) => store.drop(keyOf(id, size))));
  const failed = ends.find((it) => it.status === 'rejected');
  if (failed) throw failed.reason;
};

/** Where the store cannot be reached, the sweep comes to it later. */
export async function dropFiles(id: string, which = sizes): Promise<void> {
  for (const store of stores()) await unlessAway(() => drop(store, id, which));
}

/** The picture's bytes as they are kept; null where they are not there. */
export async function openPhoto(id: string, size: PhotoSize): Promise<PhotoBytes | null> {
  for (const store of stores()) {
    const found = await store.read(keyOf(id, size));
    if (found) return found;
  }
  return null;
}

/** The picture in a file of this machine, which is gone once `use` has ended; null where it is not there. */
export async function withFile<T>(
  id: string,
  size: PhotoSize,
  use: (path: string) => Promise<T>,
): Promise<T | null> {
  const found = await openPhoto(id, size);
  if (!found) return null;
  const path = join(await incoming(), newId());
  try {
    const whole = pipeline(found.stream, createWriteStream(path, { mode: 0o600 }));
    await whole.catch((error: unknown) => {
      throw new StoreAway('it broke off', undefined, { cause: error });
    });
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Longer than any sending or making of a picture takes. */
const settledMs = 60 * 60_000;
const settled = (since: Date, at: Date) => at.getTime() - since.getTime() > settledMs;

/** Removes what a process that was killed left of pictures that were just coming in. */
export async function dropIncoming(at: Date): Promise<void> {
  const place = incomingFolder();
  for (const name of await readdir(place).catch(() => [])) {
    const found = await stat(join(place, name)).catch(() => null);
    if (found && settled(found.mtime, at)) await rm(join(place, name), { force: true });
  }
}

/** Files in one of the 256 folders that have been there for a while, by the ids and sizes their names say. */
export async function filesIn(nth: number, at: Date): Promise<{ id: string; size: string }[]> {
  const prefix = `${(nth % 256).toString(16).padStart(2, '0')}/`;
  const files: { id: string; size: string }[] = [];
  for (const store of stores()) {
    await unlessAway(async () => {
      for await (const it of store.list(prefix)) {
        const [id = '', size = ''] = it.key.slice(prefix.length).split('.');
        if (settled(it.at, at)) files.push({ id, size });
      }
    });
  }
  return files;
}

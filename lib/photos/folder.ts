import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '@/lib/env';

export type PhotoSize = 'large' | 'small';

const folder = (): string => join(settings().dataDirectory, 'photos');

const pathOf = (id: string, size: PhotoSize): string =>
  join(folder(), id.slice(-2), `${id}.${size}.webp`);

/** A place for what has just come in, outside of what is served. */
export async function incoming(name: string): Promise<string> {
  const place = join(folder(), 'incoming');
  await mkdir(place, { recursive: true, mode: 0o700 });
  return join(place, name);
}

/** Puts the two pictures where they stay; each appears whole or not at all. */
export async function keepFiles(id: string, made: Record<PhotoSize, string>): Promise<void> {
  await mkdir(join(folder(), id.slice(-2)), { recursive: true, mode: 0o700 });
  for (const size of ['large', 'small'] as const) await rename(made[size], pathOf(id, size));
}

export async function dropFiles(id: string): Promise<void> {
  for (const size of ['large', 'small'] as const) await rm(pathOf(id, size), { force: true });
}

/** The picture's bytes as they are kept; null where they are not there. */
export async function openPhoto(
  id: string,
  size: PhotoSize,
): Promise<{ bytes: number; stream: NodeJS.ReadableStream } | null> {
  const path = pathOf(id, size);
  const found = await stat(path).catch(() => null);
  return found && { bytes: found.size, stream: createReadStream(path) };
}

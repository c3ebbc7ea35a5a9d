import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Settings } from '@/lib/env';
import { bucketStore } from '@/lib/photos/bucket';
import { StoreAway } from '@/lib/photos/photo-store';
import { Refusal } from '../launcher/refusal';
import { copyTree, type TreeOptions } from './copy-tree';
import { makeFolder } from './tree';

/** The folder of pictures, of a data directory and of a backup alike. */
export const PHOTOS = 'photos';

type Seen = Pick<TreeOptions, 'copied' | 'failed'>;

/**
 * Copies the pictures, without what is only just coming in. One that its sender takes away meanwhile is not there;
 * one that a step has taken stays.
 */
export async function copyPhotos(from: string, to: string, seen: Seen = {}): Promise<void> {
  if (!existsSync(join(from, PHOTOS))) return;
  makeFolder(join(to, PHOTOS), undefined);
  await copyTree(join(from, PHOTOS), join(to, PHOTOS), {
    sync: true,
    leftOut: (path) => path === 'incoming' || path.startsWith('incoming/'),
    failed(error) {
      if (error.code !== 'ENOENT') throw error;
    },
    ...seen,
  });
}

/** Keys of pictures; what else lies in a bucket is none of ours to copy. */
const ours = /^[\da-f]{2}\/[\da-f-]{36}\.[a-z]+\.[a-z]+$/;
const atOnce = 8;

/**
 * Copies the pictures of the bucket that is set into the folder of pictures of a backup: restored, they are read
 * from the folder. Without a bucket it does nothing.
 *
 * @returns how many.
 * @throws Refusal where the bucket cannot be read to its end.
 */
export async function copyBucket(bucket: Settings['photoBucket'], to: string): Promise<number> {
  if (!bucket) return 0;
  const store = bucketStore(bucket);
  let copied = 0;
  const copyOne = async (key: string) => {
    const found = await store.read(key);
    // Taken away by its sender meanwhile.
    if (!found) return;
    const path = join(to, PHOTOS, key);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(found.stream, createWriteStream(path, { mode: 0o600, flush: true }));
    copied += 1;
  };
  try {
    let batch: string[] = [];
    for await (const { key } of store.list('')) {
      if (ours.test(key)) batch.push(key);
      if (batch.length < atOnce) continue;
      await Promise.all(batch.map(copyOne));
      batch = [];
    }
    await Promise.all(batch.map(copyOne));
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    throw new Refusal(`The photos in the bucket cannot be copied (${error.message}).`);
  }
  return copied;
}

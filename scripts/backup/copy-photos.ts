import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

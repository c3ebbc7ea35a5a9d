import { join } from 'node:path';
import { type Copied, type CopyOptions, copyFile } from './copy-file';
import { entriesOf, makeFolder } from './tree';

/** The disk writes many files down in little more than the time of one. */
const AT_ONCE = 32;

export type TreeOptions = CopyOptions & {
  /** What does not go along, by its path below the folder. */
  leftOut?(path: string): boolean;
  /** Sees each file copied; what it throws ends the copying. */
  copied?(path: string, file: Copied): void;
  /** Judges what prevented the copying of one file; throws unless it may be missing. */
  failed?(error: NodeJS.ErrnoException): void;
};

/** Copies all that is in a folder into another, which is there. */
export async function copyTree(from: string, to: string, options: TreeOptions): Promise<void> {
  let waiting: string[] = [];
  const copyWaiting = async () => {
    const work = waiting.map((path) => copyOne(from, to, path, options));
    waiting = [];
    // All are waited for, so that none writes into a folder that is being removed.
    const failed = (await Promise.allSettled(work)).find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
  };
  for (const { path, isFolder } of entriesOf(from)) {
    if (options.leftOut?.(path)) continue;
    if (isFolder) makeFolder(join(to, path), options.owner);
    else waiting.push(path);
    if (waiting.length >= AT_ONCE) await copyWaiting();
  }
  await copyWaiting();
}

async function copyOne(from: string, to: string, path: string, options: TreeOptions) {
  const { copied, failed } = options;
  try {
    const file = await copyFile(join(from, path), join(to, path), options);
    copied?.(path, file);
  } catch (error) {
    if (!failed) throw error;
    failed(error as NodeJS.ErrnoException);
  }
}

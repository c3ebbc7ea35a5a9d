import { settings } from '@/lib/env';
import { log } from '@/lib/log';
import { bucketStore } from './bucket';
import { folderStore } from './folder-store';
import { type PhotoStore, StoreAway } from './photo-store';

/**
 * Where pictures may lie, the nearest first: the folder in the data directory, and the bucket where one is set.
 * What lies in the folder from before stays readable, so that a bucket can be set later and a backup be restored.
 */
export function stores(): readonly PhotoStore[] {
  const { photoBucket, dataDirectory } = settings();
  const folder = folderStore(dataDirectory);
  return photoBucket ? [folder, bucketStore(photoBucket)] : [folder];
}

/** Where new ones are kept: the bucket that is set, else the folder. */
export function keepingStore(): PhotoStore {
  const { photoBucket, dataDirectory } = settings();
  return photoBucket ? bucketStore(photoBucket) : folderStore(dataDirectory);
}

/** For what is tidied up and can wait: the sweep will come to it again. */
export async function unlessAway(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    log.warn({ err: error }, 'the store of pictures cannot be reached');
  }
}

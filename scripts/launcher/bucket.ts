import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { v7 as newId } from 'uuid';
import type { Settings } from '@/lib/env';
import { bucketStore } from '@/lib/photos/bucket';
import { type PhotoStore, StoreAway } from '@/lib/photos/photo-store';
import { writePrivate } from './data-directory';
import { Refusal } from './refusal';
import { say } from './say';

/** Whose bucket it is: a name there, and the same one here, which no backup copies. */
const OWNER = 'owner';
const ownerFile = (dataDirectory: string) => join(dataDirectory, 'bucket-owner');

type Place = Pick<Settings, 'photoBucket' | 'dataDirectory'>;

/**
 * Tries the bucket that is set: writes, reads, lists and deletes. A bucket belongs to one data directory, since
 * each takes away what its own database does not speak of.
 *
 * @throws Refusal where it says no, or belongs to another. One that was used before and does not answer is
 * waited for: what people write is taken meanwhile.
 */
export async function needBucket({ photoBucket, dataDirectory }: Place): Promise<void> {
  if (!photoBucket) return;
  const file = ownerFile(dataDirectory);
  try {
    await claim(bucketStore(photoBucket), file);
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    if (error.status !== undefined || !existsSync(file)) throw new Refusal(sentenceFor(error));
    say(`${sentenceFor(error)} Photos wait until it does; everything else works.`);
  }
}

async function claim(store: PhotoStore, file: string): Promise<void> {
  const own = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const there = await store.read(OWNER);
  const owner = there && (await text(there.stream));
  if (owner !== null && owner !== own) {
    throw new Refusal(
      'HUIYIN_S3_URL names a bucket of another data directory, or of the one this was restored from. Give this ' +
        `one a bucket of its own; or, where the other is gone for good, delete "${OWNER}" in the bucket.`,
    );
  }
  if (own === null) writePrivate(file, newId());
  await store.put(OWNER, file).catch((error: unknown) => {
    if (own === null) rmSync(file);
    throw error;
  });
  await store.drop('trial');
  for await (const { key } of store.list(OWNER)) if (key === OWNER) return;
  throw new StoreAway('what was written is not listed', 200);
}

function sentenceFor({ status, message }: StoreAway): string {
  if (status === undefined) return 'HUIYIN_S3_URL does not answer.';
  if (status === 404) return 'HUIYIN_S3_URL: there is no such bucket; make it first.';
  if (status === 401 || status === 403) {
    return (
      `HUIYIN_S3_URL answers ${status}: HUIYIN_S3_KEY_ID and HUIYIN_S3_SECRET are wrong, or may not ` +
      'get, put, delete and list in this bucket, or HUIYIN_S3_REGION is another.'
    );
  }
  return `HUIYIN_S3_URL cannot be used: ${message}.`;
}

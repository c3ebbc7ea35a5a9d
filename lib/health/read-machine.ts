import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decrypt } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { bucketStore } from '@/lib/photos/bucket';
import { now } from '@/lib/time/now';
import type { Facts } from './facts';

/** Milliseconds a bucket has for its answer. */
const patience = 3_000;

/** Room on the disk the data directory lies on. */
export async function readDisk(): Promise<Facts['disk']> {
  const found = await statfs(nearest(settings().dataDirectory)).catch(() => null);
  return found && { free: found.bavail * found.bsize, total: found.blocks * found.bsize };
}

/** Whether pictures can be put where they stay. */
export async function photosThere(): Promise<boolean> {
  const { photoBucket, dataDirectory } = settings();
  try {
    await access(nearest(join(dataDirectory, 'photos')), constants.R_OK | constants.W_OK);
    if (photoBucket) await bucketStore(photoBucket, patience).read('owner');
    return true;
  } catch {
    return false;
  }
}

/** Tries the secret of this process on the contact that was sealed last. */
export async function keysOpen(): Promise<boolean> {
  const [newest] = await db().$queryRaw<{ owner: string; sealed: string }[]>`
    SELECT "voiceId" AS owner, COALESCE(phone, email, name) AS sealed FROM "Contact"
    WHERE COALESCE(phone, email, name) IS NOT NULL ORDER BY "voiceId" DESC LIMIT 1`;
  if (!newest) return true;
  try {
    decrypt(newest.sealed, newest.owner);
    return true;
  } catch {
    return false;
  }
}

/** An answer that costs more is asked for once a minute, however often it is wanted. */
export function onceAMinute<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: { answer: Promise<T>; at: number } | undefined;
  return () => {
    const at = now().getTime();
    if (kept && at - kept.at < 60_000) return kept.answer;
    const answer = ask();
    kept = { answer, at };
    answer.catch(() => {
      if (kept?.answer === answer) kept = undefined;
    });
    return answer;
  };
}

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

import { db } from '@/lib/db/client';
import type { Seal } from '@/lib/db/generated/client';
import { fingerprintOf } from './seal-key';

/** What everybody may see of the sealed log: its newest roots, and the key that signs them. */
export interface NewestSeals {
  daily: Seal[];
  hourly: Seal[];
  /** Of the public key, hex; null while nothing was sealed. */
  fingerprint: string | null;
}

const days = 14;
const hours = 24;

export async function newestSeals(): Promise<NewestSeals> {
  const newest = (kind: string, take: number) =>
    db().seal.findMany({ where: { kind }, orderBy: { id: 'desc' }, take });
  const [daily, hourly, key] = await Promise.all([
    newest('daily', days),
    newest('hourly', hours),
    db().sealKey.findFirst({ orderBy: { nth: 'desc' } }),
  ]);
  return { daily, hourly, fingerprint: key && fingerprintOf(key.publicKey) };
}

import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import { openPhoto } from './folder';

export interface ChangedFile {
  caseNumber: string;
  seq: number;
  fault: 'pictureMissing' | 'pictureAltered';
}

const page = 500;

/** Reads every picture that belongs to a step, and compares it with the hash its event is bound to. */
export async function* changedFiles(): AsyncGenerator<ChangedFile> {
  let after: string | undefined;
  for (;;) {
    const photos = await db().photo.findMany({
      where: { appealId: { not: null }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: page,
      select: { id: true, seq: true, sha256: true, appeal: { select: { caseNumber: true } } },
    });
    for (const { id, seq, sha256, appeal } of photos) {
      const found = await hashOf(id);
      if (found === sha256) continue;
      const fault = found ? 'pictureAltered' : 'pictureMissing';
      yield { caseNumber: appeal?.caseNumber ?? '', seq: seq ?? 0, fault };
    }
    after = photos.at(-1)?.id;
    if (photos.length < page) return;
  }
}

async function hashOf(id: string): Promise<string | null> {
  const found = await openPhoto(id, 'large');
  if (!found) return null;
  const hash = createHash('sha256');
  for await (const part of found.stream) hash.update(part as Buffer);
  return hash.digest('hex');
}

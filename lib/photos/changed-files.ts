import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import { openPhoto, type PhotoSize } from './folder';

export interface ChangedFile {
  caseNumber: string;
  seq: number;
  fault: `${'picture' | 'pdf' | 'released'}${'Missing' | 'Altered'}` | `${'picture' | 'pdf'}Left`;
}

const page = 500;

/**
 * Reads every picture and PDF that belongs to a step, and compares it with the hash its event is bound to, or
 * looks whether it is gone where it was deleted as laid down; and what is
 * released of it, with the hash its release was noted with.
 */
export async function* changedFiles(): AsyncGenerator<ChangedFile> {
  let after: string | undefined;
  for (;;) {
    const photos = await db().photo.findMany({
      where: { appealId: { not: null }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: page,
      select: {
        ...{ id: true, kind: true, seq: true, sha256: true, largeGoneAt: true, allGoneAt: true },
        ...{ appeal: { select: { caseNumber: true } } },
        releases: { orderBy: { nth: 'desc' }, take: 1, select: { id: true, sha256: true } },
      },
    });
    for (const { id, kind, seq, sha256, largeGoneAt, allGoneAt, appeal, releases } of photos) {
      const of = { caseNumber: appeal?.caseNumber ?? '', seq: seq ?? 0 };
      const what = kind === 'pdf' ? 'pdf' : 'picture';
      const found = await hashOf(id, what === 'pdf' ? 'paper' : 'large');
      if (largeGoneAt) {
        if (found) yield { ...of, fault: `${what}Left` };
      } else if (found !== sha256)
        yield { ...of, fault: `${what}${found ? 'Altered' : 'Missing'}` };
      if (allGoneAt && (await hashOf(id, 'small'))) yield { ...of, fault: `${what}Left` };
      for (const released of releases) {
        if (!released.sha256 || allGoneAt) continue;
        const open = await hashOf(released.id, 'open');
        if (open === released.sha256) continue;
        yield { ...of, fault: open ? 'releasedAltered' : 'releasedMissing' };
      }
    }
    after = photos.at(-1)?.id;
    if (photos.length < page) return;
  }
}

async function hashOf(id: string, size: PhotoSize): Promise<string | null> {
  const found = await openPhoto(id, size);
  if (!found) return null;
  const hash = createHash('sha256');
  for await (const part of found.stream) hash.update(part as Buffer);
  return hash.digest('hex');
}

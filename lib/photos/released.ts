import { db } from '@/lib/db/client';
import { openPhoto } from './folder';
import type { PhotoBytes } from './photo-store';

/** A picture of a case as everybody may see it. */
export interface ReleasedPhoto {
  /** Of the release: another decision has another id, so that no copy on the way stands for it. */
  id: string;
  photoId: string;
  /** The step that brought it. */
  seq: number;
  /** Pixels, at most 1280 each. */
  width: number;
  height: number;
}

/** What is released of a case, in the order it was sent; whether the case itself is published is not asked. */
export const releasedPhotosOf = (appealId: string): Promise<ReleasedPhoto[]> =>
  db().$queryRaw<ReleasedPhoto[]>`
    SELECT r.id, r."photoId", p.seq, r.width, r.height
    FROM "Photo" p JOIN LATERAL (SELECT * FROM "PhotoRelease" l WHERE l."photoId" = p.id
      ORDER BY l.nth DESC LIMIT 1) r ON r.sha256 IS NOT NULL
    WHERE p."appealId" = ${appealId}::uuid AND p."allGoneAt" IS NULL ORDER BY p."createdAt", p.id`;

/** Those of these ids that are releases and the last word on their picture. */
export async function standingReleases(ids: readonly string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "PhotoRelease" r WHERE r.id = ANY(${ids}::uuid[]) AND r.sha256 IS NOT NULL
      AND EXISTS (SELECT FROM "Photo" p WHERE p.id = r."photoId" AND p."allGoneAt" IS NULL)
      AND NOT EXISTS (SELECT FROM "PhotoRelease" l WHERE l."photoId" = r."photoId" AND l.nth > r.nth)`;
  return rows.map((it) => it.id);
}

/** The bytes of a released picture (WebP); null where it was never released, or is not any more. */
export async function openReleased(id: string): Promise<PhotoBytes | null> {
  const [standing] = await standingReleases([id]);
  return standing ? openPhoto(standing, 'open') : null;
}

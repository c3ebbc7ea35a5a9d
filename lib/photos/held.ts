import { v7 as newId } from 'uuid';
import { encrypt } from '@/lib/contacts/cipher';
import { db, type Transaction } from '@/lib/db/client';
import { isId } from '@/lib/id';
import { now } from '@/lib/time/now';
import { type Attachment, attachmentFields, attachmentOf } from './attachment';
import { dropFiles, dropIncoming, filesIn, largest } from './folder';
import type { CheckedPdf } from './pdf';
import type { Made } from './recode';
import { standingReleases } from './released';

/** Pictures and PDFs of one step. */
export const mostPhotos = 6;

/** Who holds a picture or PDF until a step takes it; nobody else sees or takes it. */
export type Holder = `draft:${string}` | `voice:${string}` | `person:${string}:${string}`;

/** What somebody has sent and no step has taken, the oldest first. */
export async function heldPhotos(holder: Holder): Promise<Attachment[]> {
  const rows = await db().photo.findMany({
    where: { holder, appealId: null },
    orderBy: { createdAt: 'asc' },
    select: attachmentFields,
  });
  return rows.map(attachmentOf);
}

/** One by its id; whether whoever asks may have it, the caller knows. */
export async function attachmentById(id: string): Promise<Attachment | null> {
  const row = await db().photo.findUnique({ where: { id }, select: attachmentFields });
  return row && attachmentOf(row);
}

/** Notes a picture or PDF whose files are there; null where its holder has as many as go with a step. */
export async function holdPhoto(
  holder: Holder,
  id: string,
  made: Made | CheckedPdf,
): Promise<Attachment | null> {
  const { bytes, sha256 } = made;
  const { width, height, look, evidence } = 'width' in made ? made : noPicture;
  const kind = width === null ? 'pdf' : 'picture';
  const known = Object.keys(evidence).length > 0;
  const sealed = known ? encrypt(JSON.stringify(evidence), `photo ${id}`) : null;
  const noted = await db().$transaction(async (transaction) => {
    // Two forms sent at once are counted one after the other.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${holder}))`;
    return transaction.$executeRaw`
      INSERT INTO "Photo" (id, kind, holder, sha256, width, height, bytes, evidence, look, "createdAt")
      SELECT ${id}::uuid, ${kind}, ${holder}, ${sha256}, ${width}::int, ${height}::int, ${bytes}::int, ${sealed}, ${look},
        date_trunc('milliseconds', clock_timestamp())
      WHERE (SELECT count(*) FROM "Photo" WHERE holder = ${holder} AND "appealId" IS NULL) < ${mostPhotos}`;
  });
  return noted > 0 ? attachmentOf({ id, bytes, width, height, largeGoneAt: null }) : null;
}

const noPicture = { width: null, height: null, look: null, evidence: {} } as const;

export const newPhotoId = newId;

/** Taken away again by whoever sent it, before any step has it. */
export async function dropHeld(holder: Holder, id: string): Promise<void> {
  const { count } = await db().photo.deleteMany({ where: { id, holder, appealId: null } });
  if (count > 0) await dropFiles(id);
}

/** What a step names of what its taker holds. */
export interface PhotosOfStep {
  holder: Holder;
  ids: readonly string[];
}

/** As the event has it. */
export interface TakenPhoto {
  id: string;
  sha256: string;
}

/**
 * The pictures a step brings, held fast for it: another step that wants them waits, and finds them gone. Null
 * where one of them is not there, or not theirs, or they are too many.
 */
export async function photosFor(
  transaction: Transaction,
  photos: PhotosOfStep | undefined,
): Promise<TakenPhoto[] | null> {
  const ids = [...new Set(photos?.ids ?? [])];
  if (!photos || ids.length === 0) return [];
  if (ids.length > mostPhotos) return null;
  const found = await transaction.$queryRaw<TakenPhoto[]>`
    SELECT id, sha256 FROM "Photo"
    WHERE id = ANY(${ids}::uuid[]) AND holder = ${photos.holder} AND "appealId" IS NULL
    ORDER BY "createdAt", id FOR UPDATE`;
  return found.length === ids.length ? found : null;
}

/** They belong to the step from now on. */
export async function givePhotos(
  transaction: Transaction,
  photos: readonly TakenPhoto[],
  appealId: string,
  seq: number,
): Promise<void> {
  if (photos.length === 0) return;
  await transaction.photo.updateMany({
    where: { id: { in: photos.map((it) => it.id) } },
    data: { appealId, seq },
  });
}

/** Hours a picture waits for a step. As long as a draft: 7 days, and some. */
const heldHours = 8 * 24;
const batch = 200;

/**
 * Forgets pictures no step has taken.
 *
 * @returns how many.
 */
export async function sweepPhotos(): Promise<number> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    DELETE FROM "Photo" WHERE id IN (
      SELECT id FROM "Photo" WHERE "appealId" IS NULL
        AND "createdAt" < clock_timestamp() - make_interval(hours => ${heldHours}::int)
      LIMIT ${batch} FOR UPDATE SKIP LOCKED) RETURNING id`;
  for (const { id } of rows) await dropFiles(id);
  await dropLeft(now());
  return rows.length;
}

/** Files no row speaks of, or of which one says they are gone, left by a process that was killed: one folder of 256 a minute. */
async function dropLeft(at: Date): Promise<void> {
  await dropIncoming(at);
  const files = (await filesIn(Math.floor(at.getTime() / 60_000), at)).filter((it) => isId(it.id));
  if (files.length === 0) return;
  const ids = [...new Set(files.map((it) => it.id))];
  const rows = await db().photo.findMany({
    where: { id: { in: ids } },
    select: { id: true, largeGoneAt: true, allGoneAt: true },
  });
  const left = rows.filter((it) => !it.allGoneAt);
  const known = new Set([...left.map((it) => it.id), ...(await standingReleases(ids))]);
  const gone = new Set(rows.filter((it) => it.largeGoneAt).map((it) => it.id));
  for (const id of ids) if (!known.has(id)) await dropFiles(id);
  for (const { id, size } of files) {
    if (gone.has(id) && largest.some((it) => it === size)) await dropFiles(id, largest);
  }
}

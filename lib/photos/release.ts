import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { confirmed, paragraph } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { log } from '@/lib/log';
import type { PersonActor } from '@/lib/people/actor';
import { type Blocks, blocksIn } from './blocks';
import { type CheckedPhoto, checkedPhoto } from './checked';
import { type Covered, withCovered } from './cover';
import { dropFiles, keepFiles } from './folder';
import { StoreAway } from './photo-store';

/** Which picture, and what the form says: `nth`, the decisions there were when it was opened, and its fields. */
export interface Wanted {
  caseNumber: string;
  id: string;
  input: Readonly<Record<string, unknown>>;
}

export type ReleaseRefusal =
  | {
      ok: false;
      code: 'notFound' | 'notShowable' | 'largeGone' | 'decidedMeanwhile' | 'notMade' | 'storeAway';
    }
  | { ok: false; code: 'badInput'; problems: FormProblem[] };

type Decided = { ok: true; id: string } | ReleaseRefusal;

const seen = { nth: z.coerce.number().int().min(0).max(9_999) };
const releaseInput = z.object({ ...seen, checked: confirmed() });
const keepInput = z.object({ ...seen, reason: paragraph(200) });

/**
 * Lets everybody see a picture with these blocks over it, once its case is published: `across`, `cell` and
 * `checked` of the form. The covered picture is a file of its own; what was released before is gone.
 */
export async function releasePhoto(actor: PersonActor, wanted: Wanted): Promise<Decided> {
  const found = await checkedPhoto(actor, wanted.caseNumber, wanted.id);
  if (!found) return { ok: false, code: 'notFound' };
  const { photo } = found;
  if (!photo.showable) return { ok: false, code: 'notShowable' };
  if (photo.goneAt) return { ok: false, code: 'largeGone' };
  const parsed = releaseInput.safeParse(wanted.input);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  const blocks = blocksIn(wanted.input, photo);
  if (!blocks) return { ok: false, code: 'notMade' };
  const id = newId();
  const done = await withCovered(photo, blocks, async (path, made) => {
    await keepFiles(id, { open: path });
    return decide(actor, wanted, parsed.data.nth, { id, blocks, made, reason: null }).catch(
      async (error: unknown) => {
        await dropFiles(id);
        throw error;
      },
    );
  }).catch((error: unknown) => {
    if (!(error instanceof StoreAway)) throw error;
    log.error({ err: error }, 'a picture cannot be kept');
    return { ok: false as const, code: 'storeAway' as const };
  });
  if (done && !done.ok) await dropFiles(id);
  return done ?? { ok: false, code: 'notMade' };
}

/** Keeps a picture from everybody, for a reason; what was released of it is gone. */
export async function keepBack(actor: PersonActor, wanted: Wanted): Promise<Decided> {
  if (!(await checkedPhoto(actor, wanted.caseNumber, wanted.id))) {
    return { ok: false, code: 'notFound' };
  }
  const parsed = keepInput.safeParse(wanted.input);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  const { nth, reason } = parsed.data;
  const blocks: Blocks = { across: 12, cells: [] };
  return decide(actor, wanted, nth, { id: newId(), blocks, made: null, reason });
}

interface Deciding {
  id: string;
  blocks: Blocks;
  made: Covered | null;
  reason: string | null;
}

async function decide(
  actor: PersonActor,
  { caseNumber, id: photoId }: Wanted,
  nth: number,
  { id, blocks, made, reason }: Deciding,
): Promise<Decided> {
  const done = await db().$transaction(async (transaction) => {
    const before = await lastOf(transaction, actor, caseNumber, photoId);
    if (!before) return { ok: false as const, code: 'notFound' as const };
    if (before.nth !== nth) return { ok: false as const, code: 'decidedMeanwhile' as const };
    await transaction.photoRelease.create({
      data: {
        ...{ id, photoId, nth: nth + 1, across: blocks.across, cells: [...blocks.cells] },
        ...{
          sha256: made?.sha256 ?? null,
          width: made?.width ?? null,
          height: made?.height ?? null,
        },
        ...{ reason, personId: actor.personId, at: await databaseClock(transaction) },
      },
    });
    // Of the case not even the number: the log of changes is read by people who may not know of it.
    await recordChange(transaction, actor, {
      subject: 'photo',
      subjectId: photoId,
      name: photoId.slice(-8),
      action: made ? 'shown' : 'keptBack',
      after: { covered: blocks.cells.length, sha256: made?.sha256 ?? null },
    });
    return { ok: true as const, id, withdrawn: before.id };
  });
  // A process that ends here leaves the file to the sweep; it is served to nobody meanwhile.
  if (done.ok && done.withdrawn) await dropFiles(done.withdrawn);
  return done;
}

/** What was decided last, once nobody else can decide, and the case can be closed to the actor no more. */
async function lastOf(
  transaction: Transaction,
  actor: PersonActor,
  caseNumber: string,
  photoId: string,
): Promise<{ id: string | null; nth: number } | null> {
  await transaction.$queryRaw`SELECT id FROM "Appeal" WHERE "caseNumber" = ${caseNumber} FOR SHARE`;
  await transaction.$queryRaw`SELECT id FROM "Photo" WHERE id = ${photoId}::uuid FOR UPDATE`;
  const found = await checkedPhoto(actor, caseNumber, photoId, transaction);
  if (!found) return null;
  const [last] = found.photo.decisions;
  return { id: last?.id ?? null, nth: last?.nth ?? 0 };
}

/** What stands now: shown to everybody, kept back, or not looked at yet. */
export const standOf = ({ decisions: [last] }: CheckedPhoto): 'shown' | 'keptBack' | 'open' =>
  last ? (last.released ? 'shown' : 'keptBack') : 'open';

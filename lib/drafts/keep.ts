import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { decrypt, encrypt } from '@/lib/contacts/cipher';
import { type Database, db } from '@/lib/db/client';
import type { Entries } from '@/lib/forms';

/** What came of a draft: whoever sends it a second time is answered with it. */
export interface FiledDraft {
  caseNumber: string;
  voiceId: string;
}

export interface Draft {
  /** Its form key too: sent twice, it is one appeal. */
  id: string;
  told: Entries;
  /** Raised with every page that is answered. */
  version: number;
  filed: FiledDraft | null;
}

/** Days a draft is kept after it was last written at. */
export const keptDays = 7;

const shape = z.object({
  told: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  version: z.number(),
  filed: z.object({ caseNumber: z.string(), voiceId: z.string() }).nullable(),
});

const seal = ({ id, ...draft }: Draft): string => encrypt(JSON.stringify(draft), ownerOf(id));

/** A sealed text moved to another draft's row does not open. */
const ownerOf = (id: string): string => `draft ${id}`;

export async function readDraft(id: string): Promise<Draft | null> {
  const row = await db().draft.findUnique({ where: { id } });
  return row && opened(row);
}

const opened = ({ id, sealed }: { id: string; sealed: string }): Draft => ({
  id,
  ...shape.parse(JSON.parse(decrypt(sealed, ownerOf(id)))),
});

/** A draft nothing is written in, not kept before something is. */
export const newDraft = (): Draft => ({
  id: randomUUID(),
  told: {},
  version: 1,
  filed: null,
});

/**
 * Writes on in a draft. Two writings at once, of a page and of what it saves by itself, wait for each
 * other; what has been filed is not written in again.
 *
 * @returns the draft as it then is; null where there is none to write in, or `change` says so.
 */
export async function writeDraft(
  id: string,
  change: (draft: Draft) => Pick<Draft, 'told' | 'version'> | null,
): Promise<Draft | null> {
  return db().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ id: string; sealed: string }[]>`
      SELECT id, sealed FROM "Draft" WHERE id = ${id}::uuid FOR UPDATE`;
    const before = row && opened(row);
    const changed = before && !before.filed ? change(before) : null;
    if (!before || !changed) return null;
    const after = { ...before, ...changed };
    await put(transaction, after);
    return after;
  });
}

export async function keepDraft(draft: Draft): Promise<void> {
  await put(db(), draft);
}

async function put(database: Database, draft: Draft): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "Draft" (id, sealed, "savedAt")
    VALUES (${draft.id}::uuid, ${seal(draft)}, date_trunc('milliseconds', clock_timestamp()))
    ON CONFLICT (id) DO UPDATE SET sealed = EXCLUDED.sealed, "savedAt" = EXCLUDED."savedAt"`;
}

/** It has become an appeal: the words are the appeal's now, and kept here no longer. */
export const endDraft = (id: string, filed: FiledDraft): Promise<void> =>
  keepDraft({ ...newDraft(), id, filed });

export async function dropDraft(id: string): Promise<void> {
  await db().draft.deleteMany({ where: { id } });
}

/**
 * Forgets drafts nobody has written at for a week.
 *
 * @returns how many.
 */
export const sweepDrafts = (): Promise<number> => db().$executeRaw`
  DELETE FROM "Draft" WHERE "savedAt" < clock_timestamp() - make_interval(days => ${keptDays}::int)`;

/** When a draft last written at then is forgotten. */
export const keptUntil = (at: Date): Date => new Date(at.getTime() + keptDays * 24 * 3_600_000);

import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { beat } from '@/lib/health/pulse';
import { type Due, sweep } from '@/lib/jobs/sweep';
import { dropFiles } from '@/lib/photos/folder';
import { deleteLarge } from '@/lib/photos/retention';
import { now } from '@/lib/time/now';
import { askedCases, dueCases, oldLookups, type Stage } from './due';

/** What one run did. */
export interface Erased {
  /** Cases of which contacts went because somebody asked. */
  asked: number;
  /** Cases nobody of which can be named or reached any more. */
  contacts: number;
  /** Cases of which only figures are left. */
  words: number;
  /** Large pictures and PDFs, and pictures and PDFs of which nothing is left. */
  large: number;
  pictures: number;
  /** Searches that no longer say for which number. */
  lookups: number;
}

const batch = 200;
/** Cases of one run: other things wait behind a large old database, and the next hour goes on. */
const mostCases = 2_000;

/**
 * Erases what has fallen due: each case by its own step, so that a process that is killed leaves whole cases and the
 * next run goes on. Twice, or in two processes at once, does nothing more.
 */
export async function eraseDue(): Promise<Erased> {
  const erased: Erased = {
    asked: await eraseCases('asked', askedCases),
    contacts: await eraseCases('contacts', dueCases('contacts', 0)),
    words: await eraseCases('words', dueCases('words', 0)),
    large: await deleteLarge(),
    pictures: await erasePictures(),
    lookups: await forgetNumbers(),
  };
  await note(erased);
  return erased;
}

function eraseCases(what: 'asked' | Stage, due: Prisma.Sql): Promise<number> {
  let found = 0;
  return sweep(
    'erase',
    async (behind) => {
      if (found >= mostCases) return [];
      const rows = await db().$queryRaw<Due[]>`
        SELECT a.id, a.id AS "appealId", a."closedAt" AS at ${due}
          AND (a."closedAt", a.id) > (${behind.at}, ${behind.id}::uuid)
        ORDER BY a."closedAt", a.id LIMIT ${batch}`;
      found += rows.length;
      return rows;
    },
    { what },
  );
}

/**
 * Nothing is left of pictures whose case has no words any more. The rows say so first, and nothing is served from
 * then on; where the process ends before the files are gone, the sweep of files takes them.
 */
async function erasePictures(): Promise<number> {
  let gone = 0;
  for (;;) {
    const rows = await db().$transaction(async (transaction) => {
      const found = await transaction.$queryRaw<{ id: string }[]>`
        SELECT q.id FROM "Photo" q JOIN "Appeal" a ON a.id = q."appealId"
        WHERE q."allGoneAt" IS NULL AND a."wordsErasedAt" IS NOT NULL LIMIT ${batch} FOR UPDATE OF q SKIP LOCKED`;
      const ids = found.map((it) => it.id);
      await transaction.$executeRaw`
        UPDATE "Photo" SET "largeGoneAt" = date_trunc('milliseconds', clock_timestamp()), evidence = NULL
        WHERE id = ANY(${ids}::uuid[]) AND "largeGoneAt" IS NULL`;
      return transaction.$queryRaw<{ id: string; releases: string[] }[]>`
        UPDATE "Photo" p SET "allGoneAt" = date_trunc('milliseconds', clock_timestamp()), look = NULL
        WHERE p.id = ANY(${ids}::uuid[])
        RETURNING p.id, ARRAY(SELECT r.id::text FROM "PhotoRelease" r WHERE r."photoId" = p.id) AS releases`;
    });
    for (const { id, releases } of rows) for (const it of [id, ...releases]) await dropFiles(it);
    gone += rows.length;
    if (rows.length < batch) return gone;
  }
}

/** That somebody searched, who and when stays. */
const forgetNumbers = (): Promise<number> => db().$executeRaw`
  UPDATE "Lookup" SET "phoneHash" = '' WHERE id IN (SELECT l.id ${oldLookups} LIMIT ${mostCases})`;

/** When it ran; and where it did something, a line in the log of changes: how many, and of no case. */
async function note(erased: Erased): Promise<void> {
  await beat('retention', erased);
  const { large: _, ...after } = erased;
  if (Object.values(after).every((it) => it === 0)) return;
  const { contactDays, wordDays } = await keptDays();
  await db().$transaction(async (transaction) => {
    const on = now().toISOString().slice(0, 10);
    await recordChange(transaction, null, {
      ...{ subject: 'retention', subjectId: on, name: on, action: 'erased' },
      after: { ...after, contactDays, wordDays },
    });
  });
}

export interface KeptDays {
  /** Days after closing that contacts and words are kept. */
  contactDays: number;
  wordDays: number;
  /** Before this nothing goes because it has fallen due. */
  erasesFrom: Date;
}

export const keptDays = (): Promise<KeptDays> =>
  db().installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { contactDays: true, wordDays: true, erasesFrom: true },
  });

/** What would go. */
export interface WouldErase {
  asked: number;
  contacts: { cases: number; contacts: number; devices: number };
  words: { cases: number; texts: number; pictures: number };
  lookups: number;
}

/** What falls due within `days`, and is erased then unless something changes. Nothing is touched. */
export async function wouldErase(days: number): Promise<WouldErase> {
  const [asked] = await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n ${askedCases}`;
  const [contacts] = await db().$queryRaw<WouldErase['contacts'][]>`
    WITH due AS MATERIALIZED (SELECT a.id ${dueCases('contacts', days)})
    SELECT count(*)::int AS cases,
      (SELECT count(*)::int FROM due d JOIN "Voice" v ON v."appealId" = d.id JOIN "Contact" k ON k."voiceId" = v.id) AS contacts,
      (SELECT count(*)::int FROM due d JOIN "Voice" v ON v."appealId" = d.id
        JOIN "PushSubscription" s ON s."voiceId" = v.id AND s."endedAt" IS NULL) AS devices
    FROM due`;
  const [words] = await db().$queryRaw<WouldErase['words'][]>`
    WITH due AS MATERIALIZED (SELECT a.id ${dueCases('words', days)})
    SELECT count(*)::int AS cases,
      (SELECT count(*)::int FROM due d JOIN "Text" t ON t."appealId" = d.id AND t.body IS NOT NULL) AS texts,
      (SELECT count(*)::int FROM due d JOIN "Photo" p ON p."appealId" = d.id AND p."allGoneAt" IS NULL) AS pictures
    FROM due`;
  const [lookups] = await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n ${oldLookups}`;
  return {
    asked: asked?.n ?? 0,
    contacts: contacts ?? { cases: 0, contacts: 0, devices: 0 },
    words: words ?? { cases: 0, texts: 0, pictures: 0 },
    lookups: lookups?.n ?? 0,
  };
}

import { recordChange } from '@/lib/audit/record-change';
import { type Database, db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { dropFiles, largest } from './folder';

/**
 * Large pictures and PDFs of cases that have been closed for as long as the installation lays down, `days` from now:
 * not while the case may be reopened, nor while one it was merged into is open or not closed as long.
 */
const due = (days: number) => Prisma.sql`
  FROM "Photo" p JOIN "Appeal" a ON a.id = p."appealId"
    CROSS JOIN LATERAL (
      SELECT at, at - make_interval(days => i."photoDays") AS until
      FROM "Installation" i, LATERAL (SELECT clock_timestamp() + make_interval(days => ${days}::int) AS at) o
      WHERE i.id = 1) c
  WHERE p."largeGoneAt" IS NULL AND a."closedAt" < c.until
    AND (a."reopenUntil" IS NULL OR a."reopenUntil" < c.at)
    AND NOT EXISTS (
      WITH RECURSIVE led AS (
        SELECT m."targetId" AS id FROM "Merge" m WHERE m."sourceId" = a.id AND m."untilAt" IS NULL
        UNION
        SELECT m."targetId" FROM led JOIN "Merge" m ON m."sourceId" = led.id AND m."untilAt" IS NULL)
      SELECT FROM led JOIN "Appeal" t ON t.id = led.id
      WHERE t."closedAt" IS NULL OR t."closedAt" >= c.until OR t."reopenUntil" >= c.at)`;

/** What would be deleted. */
export interface WouldGo {
  pictures: number;
  pdfs: number;
  cases: number;
  /** Of large pictures and PDFs together. */
  bytes: number;
}

/** What falls due within `days`, and is deleted then unless something changes. Nothing is touched. */
export async function wouldGo(days: number): Promise<WouldGo> {
  const [row] = await db().$queryRaw<WouldGo[]>`
    SELECT count(*) FILTER (WHERE p.kind = 'picture')::int AS pictures,
      count(*) FILTER (WHERE p.kind = 'pdf')::int AS pdfs,
      count(DISTINCT a.id)::int AS cases, coalesce(sum(p.bytes), 0)::float8 AS bytes ${due(days)}`;
  return row ?? { pictures: 0, pdfs: 0, cases: 0, bytes: 0 };
}

/** Days that large pictures and PDFs are kept after their case was closed. */
export async function photoDays(database: Database = db()): Promise<number> {
  const where = { id: 1 };
  const found = await database.installation.findUniqueOrThrow({ where });
  return found.photoDays;
}

const batch = 200;
/** An hour's work at most: other things wait behind a large old database. */
const mostBatches = 20;

/**
 * Deletes what has fallen due. The rows say so first, and nothing is served from then on; then the files go. Where the
 * process ends between the two, or the store is away, the sweep of files takes away what a row says is gone.
 *
 * @returns how many.
 */
export async function deleteLarge(): Promise<number> {
  let gone = 0;
  for (let nth = 0; nth < mostBatches; nth++) {
    const ids = await noteBatch();
    for (const id of ids) await dropFiles(id, largest);
    gone += ids.length;
    if (ids.length < batch) break;
  }
  return gone;
}

/** The case is held too, so that it is not reopened meanwhile. One line of the log of changes for all of them. */
const noteBatch = (): Promise<string[]> =>
  db().$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<{ id: string; kind: string; on: string }[]>`
      UPDATE "Photo" SET "largeGoneAt" = date_trunc('milliseconds', clock_timestamp()), evidence = NULL
      WHERE id IN (SELECT p.id ${due(0)} ORDER BY a."closedAt", p.id LIMIT ${batch}
        FOR UPDATE OF p, a SKIP LOCKED)
      RETURNING id, kind, to_char("largeGoneAt", 'YYYY-MM-DD') AS on`;
    const [first] = rows;
    if (!first) return [];
    const pdfs = rows.filter((it) => it.kind === 'pdf').length;
    await recordChange(transaction, null, {
      ...{ subject: 'photo', subjectId: first.on, name: first.on, action: 'largeDeleted' },
      after: {
        ...{ pictures: rows.length - pdfs, pdfs },
        daysKept: await photoDays(transaction),
      },
    });
    return rows.map((it) => it.id);
  });

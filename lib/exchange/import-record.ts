import { v7 as newId } from 'uuid';
import { unowedKinds } from '@/lib/appeals/clocks';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { mintImport } from '@/lib/people/actor';

const page = 200;

/** The import a run belongs to. While it runs, its cases are the importer's alone. */
export interface ImportRecord {
  id: string;
  /** True while the record says that the import is not finished. */
  running: boolean;
}

/** The import of this source: begun now, or found, running where an earlier run did not end. */
export async function findImport(source: string): Promise<ImportRecord> {
  const id = newId();
  await db().$executeRaw`
    INSERT INTO "Import" (id, source, "startedAt") VALUES (${id}::uuid, ${source}, clock_timestamp())
    ON CONFLICT (source) DO NOTHING`;
  const found = await db().import.findUniqueOrThrow({ where: { source } });
  return { id: found.id, running: found.finishedAt === null };
}

/** Opens a finished import again, because its source has grown. */
export async function reopenImport(id: string): Promise<void> {
  await db().import.update({ where: { id }, data: { finishedAt: null } });
}

/**
 * Ends the import: from here on its cases are like all others. What is overdue by now is stamped first,
 * each case by a step of its own; run again after a break it goes on with those not yet stamped.
 */
export async function finishImport(id: string): Promise<void> {
  let behind = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const overdue = await db().$queryRaw<{ id: string; lastAt: Date }[]>`
      SELECT a.id, a."lastAt" FROM "Appeal" a
      WHERE a."importId" = ${id}::uuid AND a.status <> 'closed' AND a.id > ${behind}::uuid
        AND EXISTS (SELECT FROM "Clock" c WHERE c."appealId" = a.id AND c."stoppedAt" IS NULL
          AND c.outcome IS NULL AND c."dueAt" < clock_timestamp()
          AND NOT c.kind::text = ANY (${unowedKinds}))
      ORDER BY a.id LIMIT ${page}`;
    for (const { id: appealId, lastAt } of overdue) {
      const step = { appealId, verb: 'stamp' as const, input: {}, assumed: true };
      const stamped = await perform(step, mintImport(id, lastAt));
      if (!stamped.ok) throw new Error(`appeal ${appealId} could not be stamped: ${stamped.code}`);
    }
    const last = overdue.at(-1);
    if (!last || overdue.length < page) break;
    behind = last.id;
  }
  await db()
    .$executeRaw`UPDATE "Import" SET "finishedAt" = clock_timestamp() WHERE id = ${id}::uuid`;
}

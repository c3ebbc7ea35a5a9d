import { db } from '@/lib/db/client';
import { keywordRule, keywordsOf } from '@/lib/similar/keywords';

const batch = 500;
/** A minute's work at most: what else falls due must not wait behind a large old database. */
const mostBatches = 20;

interface Uncut {
  appealId: string;
  filedAt: Date;
  title: string;
  what: string;
  place: string;
}

/**
 * Cuts the keywords of cases that were here before there were any, the newest first: those are looked for.
 * Twice does nothing more.
 *
 * @returns how many cases were cut.
 */
export async function sweepKeywords(): Promise<number> {
  let cut = 0;
  for (let nth = 0; nth < mostBatches; nth++) {
    const done = await cutBatch();
    cut += done;
    if (done < batch) break;
  }
  return cut;
}

async function cutBatch(): Promise<number> {
  const uncut = await db().$queryRaw<Uncut[]>`
    SELECT d."appealId", a."filedAt", d.title, d.what, d.place
    FROM "Detail" d JOIN "Appeal" a ON a.id = d."appealId"
    WHERE d."keywordRule" = 0 ORDER BY d."appealId" DESC LIMIT ${batch}`;
  if (uncut.length === 0) return 0;
  const rows = uncut.flatMap((it) => keywordsOf(it.appealId, it.filedAt, it));
  await db().$transaction([
    db().keyword.createMany({ data: rows, skipDuplicates: true }),
    db().detail.updateMany({
      where: { appealId: { in: uncut.map((it) => it.appealId) } },
      data: { keywordRule },
    }),
  ]);
  return uncut.length;
}

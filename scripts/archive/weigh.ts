import type pg from 'pg';

/** Bytes a case, of one table and its indexes. */
export interface Weight {
  table: string;
  live: number;
  archived: number;
}

export interface Weighed {
  live: number;
  archived: number;
  tables: Weight[];
}

/** By which column rows belong to a case, where it is not `appealId`; or to a row that does. */
const otherWays: Readonly<Record<string, string>> = {
  Appeal: 't.id',
  Merge: 't."sourceId"',
  AfterEffect: 't."laterId"',
  AfterEffectMark: 't."laterId"',
  Contact: '(SELECT o."appealId" FROM "Voice" o WHERE o.id = t."voiceId")',
  NoticeChoice: '(SELECT o."appealId" FROM "Voice" o WHERE o.id = t."voiceId")',
  VerdictTrace: '(SELECT o."appealId" FROM "Verdict" o WHERE o.id = t."verdictId")',
  Pause: '(SELECT o."appealId" FROM "Clock" o WHERE o.id = t."clockId")',
  Extension: '(SELECT o."appealId" FROM "Clock" o WHERE o.id = t."clockId")',
  Delivery: '(SELECT o."appealId" FROM "Notice" o WHERE o.id = t."noticeId")',
};

/**
 * What a case takes in the database, table by table: rows by their size in the table, and indexes by how many rows they
 * know. Room that lies empty is shared out with what is there; VACUUM FULL before makes it small.
 */
export async function weighCases(owner: pg.Client): Promise<Weighed> {
  const { rows: tables } = await owner.query<{ table: string; keyed: boolean }>(
    `SELECT c.relname AS table, EXISTS (SELECT FROM pg_attribute k
        WHERE k.attrelid = c.oid AND k.attname = 'appealId' AND NOT k.attisdropped) AS keyed
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  const { rows: counts } = await owner.query<{ live: number; archived: number }>(
    `SELECT count(*) FILTER (WHERE r."appealId" IS NULL)::int AS live, count(r."appealId")::int AS archived
     FROM "Appeal" a LEFT JOIN "ArchivedCase" r ON r."appealId" = a.id`,
  );
  const [cases = { live: 0, archived: 0 }] = counts;
  const found: Weight[] = [];
  for (const { table, keyed } of tables) {
    const way = otherWays[table] ?? (keyed ? 't."appealId"' : null);
    if (way) found.push(await weighTable(owner, table, way, cases));
  }
  return {
    ...cases,
    tables: found
      .filter((it) => it.live + it.archived > 0)
      .toSorted((a, b) => b.live + b.archived - a.live - a.archived),
  };
}

async function weighTable(
  owner: pg.Client,
  table: string,
  way: string,
  cases: { live: number; archived: number },
): Promise<Weight> {
  const { rows } = await owner.query<
    Record<'n' | 'old' | 'size' | 'oldSize' | 'heap' | 'all', string>
  >(
    `SELECT count(*) AS n, count(r."appealId") AS old,
      coalesce(sum(pg_column_size(t.*)), 0) AS size,
      coalesce(sum(pg_column_size(t.*)) FILTER (WHERE r."appealId" IS NOT NULL), 0) AS "oldSize",
      pg_table_size($1::regclass) AS heap, pg_total_relation_size($1::regclass) AS all
     FROM "${table}" t LEFT JOIN "ArchivedCase" r ON r."appealId" = ${way}`,
    [`"${table}"`],
  );
  const [it] = rows;
  const [n, old, size, oldSize] = [it?.n, it?.old, it?.size, it?.oldSize].map(Number);
  if (!it || !n || !size) return { table, live: 0, archived: 0 };
  const [heap, indexes] = [Number(it.heap), Number(it.all) - Number(it.heap)];
  const archived = (heap * Number(oldSize)) / size + (indexes * Number(old)) / n;
  return {
    table,
    live: (heap + indexes - archived) / Math.max(1, cases.live),
    archived: archived / Math.max(1, cases.archived),
  };
}

import type { Client } from 'pg';

export type RowCounts = Record<string, number>;

type Table = { name: string; kept: boolean };

/** How many rows each table has, all at one instant. */
export const countRows = (client: Client): Promise<RowCounts> => count(client, () => true);

/** The same for tables from which the application may not delete: they only ever grow. */
export const countKeptRows = (client: Client): Promise<RowCounts> =>
  count(client, ({ kept }) => kept);

/** Names the first table of `now` with fewer rows than before. */
export const shrunk = (before: RowCounts, now: RowCounts): string | undefined =>
  Object.keys(before).find((name) => (now[name] ?? -1) < (before[name] ?? 0));

/** Names the first table in which two counts differ. */
export const differing = (one: RowCounts, other: RowCounts): string | undefined =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].find(
    (name) => one[name] !== other[name],
  );

/** The migrations a database has, in order. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows: known } = await client.query(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`,
  );
  if (!known[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function count(client: Client, wanted: (table: Table) => boolean): Promise<RowCounts> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows: tables } = await client.query<Table>(TABLES);
  const counts: RowCounts = {};
  for (const table of tables.filter(wanted)) {
    const { rows } = await client.query<{ rows: string }>(
      `SELECT count(*) AS rows FROM ${client.escapeIdentifier(table.name)}`,
    );
    counts[table.name] = Number(rows[0]?.rows);
  }
  await client.query('COMMIT');
  return counts;
}

const TABLES = `
  SELECT relname AS name,
         NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_app'
                        AND has_table_privilege(oid, c.oid, 'DELETE')) AS kept
    FROM pg_class c
   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
   ORDER BY relname COLLATE "C"`;

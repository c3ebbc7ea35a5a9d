import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { migrate } from '@/scripts/launcher/migrations';
import { withClient } from '@/scripts/launcher/with-client';

const root = resolve(import.meta.dirname, '../..');

/**
 * What the code of a landing left in its database: for each table a line with its columns, then a line
 * a row, tables before those that point at them. Sealed with the secret of the tests.
 */
const FIXTURE = join(root, 'tests/fixtures/upgrade/0001-demo.jsonl');

/** Rows by table, as they were written. */
export type Left = ReadonlyMap<string, readonly Record<string, unknown>[]>;

/** Makes of an empty database what it was after the first migration, without any rows. */
export async function asOfFirst(ownerUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-first-'));
  try {
    const first = '0001_first';
    cpSync(join(root, 'prisma/migrations', first), join(folder, first), { recursive: true });
    await migrate(ownerUrl, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
}

export function whatWasLeft(): Left {
  const left = new Map<string, Record<string, unknown>[]>();
  let columns: string[] = [];
  let rows: Record<string, unknown>[] = [];
  for (const line of readFileSync(FIXTURE, 'utf8').trimEnd().split('\n')) {
    const read = JSON.parse(line) as unknown[] | { table: string; columns: string[] };
    if (Array.isArray(read)) {
      rows.push(Object.fromEntries(columns.map((name, index) => [name, read[index]])));
    } else {
      columns = read.columns;
      rows = [];
      left.set(read.table, rows);
    }
  }
  return left;
}

/** Puts the rows back with everything the database checks and does on its own. */
export async function putBack(ownerUrl: string, left: Left): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    for (const [table, rows] of left) await insert(client, table, rows);
    await client.query('COMMIT');
  });
}

async function insert(client: Client, table: string, rows: readonly unknown[]): Promise<void> {
  const name = client.escapeIdentifier(table);
  await client.query(
    `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`,
    [JSON.stringify(rows)],
  );
}

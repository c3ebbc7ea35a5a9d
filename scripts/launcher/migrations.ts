import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { leavesOlderCodeAble } from '@/lib/health/expected-migrations';
import { Refusal } from './refusal';
import { withClient } from './with-client';

/** The lock `prisma migrate deploy` takes, so that the two never work at the same time. */
const PRISMA_LOCK = 72_707_369;

type Migration = { name: string; sql: string; checksum: string };
type Row = { migration_name: string; checksum: string; finished: boolean };

/**
 * Applies the SQL files of a folder that a database does not have yet, each in one transaction, and
 * leaves the records `prisma migrate deploy` would leave.
 *
 * @returns the names of those applied.
 * @throws Refusal when an applied file has changed, when the database has one this version does not know and cannot do
 * beside, or when a new one does not run.
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(TABLE);
    const waiting = waitingOf(migrations, await recorded(client));
    for (const migration of waiting) await apply(client, migration);
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]);
    return waiting.map(({ name }) => name);
  });
}

/** The migrations of a folder, in the order in which they are applied. */
export function migrationsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort();
}

function readMigrations(folder: string): Migration[] {
  return migrationsIn(folder).map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

function waitingOf(migrations: Migration[], rows: Row[]): Migration[] {
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  for (const { migration_name: name, checksum, finished } of rows) {
    const known = migrations.find((migration) => migration.name === name);
    if (!finished) {
      throw new Refusal(`Migration ${name} was begun by another program and never finished.`);
    }
    if (!known) {
      needAble(name, migrations.at(-1)?.name ?? '');
      continue;
    }
    if (known.checksum !== checksum) {
      throw new Refusal(
        `Migration ${name} was changed after it had been applied; undo that and write a new one.`,
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** A newer version is at work on the database, or was: this one goes on beside it while it has what it uses. */
function needAble(unknown: string, newest: string): void {
  if (unknown < newest) {
    throw new Refusal(`The database has migration ${unknown}, which this version does not know.`);
  }
  if (leavesOlderCodeAble(unknown)) return;
  throw new Refusal(
    `The database has migration ${unknown}, which took away what this version uses. ` +
      'Start the newer version, or restore the backup made before the upgrade.',
  );
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Refusal(`Migration ${name} does not run: ${placed(sql, error)}`);
  }
}

/** The database's complaint with the line it is about. */
function placed(sql: string, error: unknown): string {
  const { message, position } = error as Error & { position?: string };
  if (!position) return message;
  return `${message} (line ${sql.slice(0, Number(position)).split('\n').length})`;
}

async function recorded(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

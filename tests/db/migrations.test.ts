import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '@/scripts/launcher/migrations';
import { withClient } from '@/scripts/launcher/with-client';
import { emptyDatabase } from '../support/database';
import { schemaShape } from '../support/schema-shape';
import { tableShape } from '../support/table-shape';

const MIGRATIONS = resolve(import.meta.dirname, '../../prisma/migrations');
const copy = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'));
let ownerUrl: string;
let schema: Set<string>;

beforeAll(async () => {
  ({ ownerUrl } = await emptyDatabase());
  schema = schemaShape();
  cpSync(MIGRATIONS, copy, { recursive: true });
});

afterAll(() => rmSync(copy, { recursive: true }));

test('the migrations make exactly the tables of the schema', async () => {
  const applied = await migrate(ownerUrl, MIGRATIONS);
  expect(applied[0]).toBe('0001_first');
  expect(schema.size).toBeGreaterThan(100);
  expect(await differences()).toEqual({ onlySchema: [], onlyTables: [] });
});

test('a second run finds nothing to do', async () => {
  expect(await migrate(ownerUrl, MIGRATIONS)).toEqual([]);
});

test.each([
  ['an extra column', 'ALTER TABLE "Unit" ADD COLUMN extra text'],
  ['a missing column', 'ALTER TABLE "Unit" DROP COLUMN "nameEn"'],
  ['another type', 'ALTER TABLE "Unit" ALTER COLUMN name TYPE varchar(20)'],
  ['another precision', 'ALTER TABLE "Unit" ALTER COLUMN "closedAt" TYPE timestamptz(6)'],
  ['a column that may be empty', 'ALTER TABLE "Unit" ALTER COLUMN name DROP NOT NULL'],
  ['a missing default', 'ALTER TABLE "Person" ALTER COLUMN "createdAt" DROP DEFAULT'],
  ['a missing unique index', 'DROP INDEX "Unit_code_key"'],
  ['a missing reference', 'ALTER TABLE "Person" DROP CONSTRAINT "Person_unitId_fkey"'],
  ['an extra table', 'CREATE TABLE extra (id int)'],
  ['an extra word of an enum', `ALTER TYPE "UnitKind" ADD VALUE 'village'`],
])('the comparison notices %s', async (_, sql) => {
  const { ownerUrl: spoilt } = await emptyDatabase();
  await migrate(spoilt, MIGRATIONS);
  await withClient(spoilt, (client) => client.query(sql));
  const { onlySchema, onlyTables } = await differences(spoilt);
  expect([...onlySchema, ...onlyTables]).not.toEqual([]);
});

test('what is recorded is what prisma migrate deploy records', async () => {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query('SELECT * FROM _prisma_migrations ORDER BY migration_name LIMIT 1'),
  );
  const sql = readFileSync(join(MIGRATIONS, '0001_first/migration.sql'));
  expect(rows[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    checksum: createHash('sha256').update(sql).digest('hex'),
    finished_at: expect.any(Date),
    migration_name: '0001_first',
    logs: null,
    rolled_back_at: null,
    started_at: expect.any(Date),
    applied_steps_count: 1,
  });
});

test('an applied migration that was changed is refused, and so is one that is unknown', async () => {
  const file = join(copy, '0001_first/migration.sql');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n-- afterthought\n`);
  await expect(migrate(ownerUrl, copy)).rejects.toThrow(
    'Migration 0001_first was changed after it had been applied; undo that and write a new one.',
  );
  rmSync(join(copy, '0001_first'), { recursive: true });
  await expect(migrate(ownerUrl, copy)).rejects.toThrow(
    'The database has migration 0001_first, which this version does not know.',
  );
});

test('a version older than the tables goes on beside the newer one, unless that took away what it uses', async () => {
  const { ownerUrl: newer } = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const also = (name: string, sql: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  };
  also('9997_more', 'CREATE TABLE more (id int);');
  expect(await migrate(newer, folder)).toContain('9997_more');
  expect(await migrate(newer, MIGRATIONS)).toEqual([]);
  also('9998_contract_more', 'DROP TABLE more;');
  expect(await migrate(newer, folder)).toEqual(['9998_contract_more']);
  await expect(migrate(newer, MIGRATIONS)).rejects.toThrow(
    /^The database has migration 9998_contract_more, which took away what this version uses\. Start the newer/,
  );
  rmSync(folder, { recursive: true });
});

test('a migration that fails leaves nothing behind and says where', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  cpSync(join(folder, '0001_first'), join(folder, '9999_bad'), { recursive: true });
  writeFileSync(join(folder, '9999_bad/migration.sql'), 'CREATE TABLE bad (id int);\nSELEKT 1;\n');
  await expect(migrate(ownerUrl, folder)).rejects.toThrow(/9999_bad does not run: .*\(line 2\)/);
  rmSync(folder, { recursive: true });
  expect(await differences()).toEqual({ onlySchema: [], onlyTables: [] });
  expect(await migrate(ownerUrl, MIGRATIONS)).toEqual([]);
});

test('two that migrate at once do it once', async () => {
  const { ownerUrl: fresh } = await emptyDatabase();
  const both = await Promise.all([migrate(fresh, MIGRATIONS), migrate(fresh, MIGRATIONS)]);
  expect(both.filter((applied) => applied.length > 0)).toHaveLength(1);
});

async function differences(url = ownerUrl) {
  const tables = await tableShape(url);
  return {
    onlySchema: [...schema].filter((line) => !tables.has(line)),
    onlyTables: [...tables].filter((line) => !schema.has(line)),
  };
}

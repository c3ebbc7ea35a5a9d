import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { leavesOlderCodeAble } from '@/lib/health/expected-migrations';
import { migrationsIn } from '@/scripts/launcher/migrations';

/** That a migration which takes away what the code before it uses says so in its name (docs/decisions/0069). */

const folder = resolve(import.meta.dirname, '../prisma/migrations');
/** Older ones are in no version anybody upgrades from process by process. */
const since = '0031';

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? '');

const mustBeGiven = (part: string): boolean =>
  /ADD COLUMN.*NOT NULL/i.test(part) && !/DEFAULT|GENERATED/i.test(part);

/** The statements by which code that does not know them may fail; what is new in the same file is nobody's yet. */
function takenAway(sql: string): string[] {
  const plain = sql
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''");
  const tables = all(plain, /CREATE TABLE "?(\w+)/gi);
  const columns = all(plain, /ADD COLUMN\s+(?:IF NOT EXISTS\s+)?"?(\w+)/gi);
  // One that was there and is written anew: whether it grew, nobody reads here.
  const renewed = all(plain, /DROP CONSTRAINT\s+"?(\w+)/gi);
  const isRenewed = (statement: string) =>
    renewed.some((it) => new RegExp(`ADD CONSTRAINT "?${it}\\b`, 'i').test(statement));
  const isNew = (statement: string) =>
    columns.some((it) =>
      new RegExp(`\\b${it}\\b`).test(statement.replace(/ADD COLUMN[^,]*/gi, '')),
    );
  const onNewTable = (statement: string) =>
    tables.some((it) => new RegExp(`\\b(TABLE|ON)( ONLY)? "?${it}\\b`, 'i').test(statement));
  const ways: [RegExp, (statement: string) => boolean][] = [
    [/^DROP (TABLE|VIEW|MATERIALIZED|TYPE|SEQUENCE|SCHEMA|FUNCTION)/i, () => true],
    [/^REVOKE/i, (it) => !onNewTable(it)],
    [/^ALTER (TABLE|TYPE|VIEW|FUNCTION|SEQUENCE).* RENAME/i, () => true],
    [/^ALTER TABLE.* DROP COLUMN/i, () => true],
    [/^ALTER TABLE.* (SET NOT NULL|TYPE )/i, (it) => !onNewTable(it) && !isNew(it)],
    [/^ALTER TABLE.* ADD COLUMN/i, (it) => !onNewTable(it) && it.split(',').some(mustBeGiven)],
    [/^ALTER TABLE.* ADD CONSTRAINT/i, (it) => !onNewTable(it) && !isNew(it) && !isRenewed(it)],
    [/^CREATE UNIQUE INDEX/i, (it) => !onNewTable(it) && !isNew(it)],
  ];
  return plain
    .split(';')
    .map((it) => it.replace(/\s+/g, ' ').trim())
    .filter((it) => ways.some(([pattern, counts]) => pattern.test(it) && counts(it)));
}

test.each(migrationsIn(folder).filter((it) => it >= since && leavesOlderCodeAble(it)))(
  '%s leaves code that does not know it what it uses',
  (name) => {
    expect(takenAway(readFileSync(join(folder, name, 'migration.sql'), 'utf8'))).toEqual([]);
  },
);

test.each([
  'DROP TABLE "Note"',
  'DROP FUNCTION told(text)',
  'REVOKE SELECT ON "Note" FROM huiyin_app',
  'ALTER TABLE "Note" RENAME COLUMN "text" TO "words"',
  'ALTER TABLE "Note" DROP COLUMN "text"',
  'ALTER TABLE "Note" ADD COLUMN "by" uuid NOT NULL',
  'ALTER TABLE "Note"\n  ALTER COLUMN "text" SET NOT NULL',
  'ALTER TABLE "Note" ALTER COLUMN "text" TYPE int',
  'ALTER TABLE "Note" ADD CONSTRAINT short CHECK (length("text") < 10)',
  'CREATE UNIQUE INDEX once ON "Note" ("text")',
  `ALTER TYPE "Kind" RENAME VALUE 'a' TO 'b'`,
])('%s takes something away', (sql) => {
  expect(takenAway(`-- first\n${sql};\n`)).toHaveLength(1);
});

test.each([
  'CREATE TABLE "Note" (id int); CREATE UNIQUE INDEX once ON "Note" (id); ALTER TABLE "Note" ADD CONSTRAINT c CHECK (id > 0)',
  'ALTER TABLE "Note" ADD COLUMN "by" uuid, ADD COLUMN "count" int NOT NULL DEFAULT 0',
  'ALTER TABLE "Note" ADD COLUMN "by" uuid, ADD CONSTRAINT c CHECK ("by" IS NOT NULL OR true)',
  'ALTER TABLE "Note" ALTER COLUMN "text" DROP NOT NULL',
  'ALTER TABLE "Note" DROP CONSTRAINT short',
  `ALTER TYPE "Kind" ADD VALUE 'c'`,
  'COMMENT ON TABLE "Note" IS \'DROP TABLE x; REVOKE all\'',
  'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; DROP TABLE x; $$',
])('%s takes nothing away', (sql) => {
  expect(takenAway(`${sql};`)).toEqual([]);
});

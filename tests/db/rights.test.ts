// ASVS 5.0: 13.2.2, 16.4.2
import { beforeAll, expect, test } from 'vitest';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

let database: OwnDatabase;

beforeAll(async () => {
  database = await ownDatabase();
});

const asApp = (sql: string) => withClient(database.appUrl, (client) => client.query(sql));

test.each([
  'UPDATE "Event" SET seq = seq',
  'DELETE FROM "Event"',
  'TRUNCATE "Event"',
  'DROP TABLE "Event"',
  'ALTER TABLE "Event" DISABLE TRIGGER ALL',
  'SET ROLE huiyin_owner',
  'CREATE TABLE mine (id int)',
  'UPDATE "PhotoRelease" SET "photoId" = "photoId"',
  'DELETE FROM "PhotoRelease"',
  'UPDATE "VerdictTrace" SET network = network',
  'UPDATE "Signal" SET numbers = numbers',
  'DELETE FROM "Signal"',
  'DELETE FROM "SignalCase"',
  'INSERT INTO "ArchivedCase" SELECT * FROM "ArchivedCase"',
  'UPDATE "ArchivedCase" SET hashes = hashes',
  'DELETE FROM "ArchivedCase"',
])('what serves people may not: %s', async (sql) => {
  await expect(asApp(sql)).rejects.toThrow(/permission denied|must be owner/);
});

test('it may read events and change appeals', async () => {
  await expect(asApp('SELECT count(*) FROM "Event"')).resolves.toBeTruthy();
  await expect(asApp('UPDATE "Appeal" SET id = id WHERE false')).resolves.toBeTruthy();
});

test('it reads which migrations there are by name alone, and cannot write them', async () => {
  await expect(asApp('SELECT migration_name FROM _prisma_migrations')).resolves.toBeTruthy();
  await expect(asApp('SELECT checksum FROM _prisma_migrations')).rejects.toThrow(
    'permission denied',
  );
  await expect(asApp('DELETE FROM _prisma_migrations')).rejects.toThrow('permission denied');
});

test('an outside login confined to the app role has no more rights than that', async () => {
  const { confinedUrl } = await import('@/scripts/launcher/outside');
  await withClient(confinedUrl(database.ownerUrl), async (client) => {
    const { rows } = await client.query('SELECT current_user, session_user');
    expect(rows[0]).toEqual({ current_user: 'huiyin_app', session_user: 'huiyin_owner' });
    await expect(client.query('DELETE FROM "Event"')).rejects.toThrow('permission denied');
  });
});

const asReader = (sql: string) =>
  withClient(database.adminUrl, async (client) => {
    await client.query('SET ROLE huiyin_reader');
    return client.query(sql);
  });

test.each(
  'Contact Detail Text Reveal Person Session Invitation Attempt PhotoRelease VerdictTrace Signal SignalCase'.split(
    ' ',
  ),
)('the reader may not read %s', async (table) => {
  await expect(asReader(`SELECT * FROM "${table}"`)).rejects.toThrow('permission denied');
});

test('the reader reads what happened, and writes nothing', async () => {
  await expect(asReader('SELECT count(*) FROM "Event"')).resolves.toBeTruthy();
  await expect(asReader('SELECT count(*) FROM "Step"')).resolves.toBeTruthy();
  await expect(asReader('UPDATE "Appeal" SET id = id')).rejects.toThrow('permission denied');
});

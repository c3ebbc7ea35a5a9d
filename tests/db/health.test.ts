import { beforeEach, expect, inject, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import type { CheckName } from '@/lib/health/checks';
import { type Finding, forgetHealth, readHealth } from '@/lib/health/health';
import { beat } from '@/lib/health/pulse';
import { keysOpen } from '@/lib/health/read-machine';
import { mintResident } from '@/lib/people/actor';
import { withClient } from '@/scripts/launcher/with-client';
import { ready } from '../support/county';

await ready();
const ownerUrl = process.env.DATABASE_URL ?? '';

beforeEach(async () => {
  await db().pulse.deleteMany();
  for (const name of ['worker', 'sweep', 'seal', 'measures']) await beat(name);
  forgetHealth();
});

const asOwner = (sql: string) => withClient(ownerUrl, (client) => client.query(sql));

async function finding(check: CheckName): Promise<Finding> {
  const found = (await readHealth()).findings.find((it) => it.check === check);
  if (!found) throw new Error(check);
  return found;
}

const wordsNow = async () =>
  Object.fromEntries((await readHealth()).findings.map((it) => [it.check, it.word]));

test('a sound installation is found sound', async () => {
  expect(await wordsNow()).toMatchObject({
    ...{ database: 'ok', migrations: 'ok', worker: 'ok', seals: 'ok', outbox: 'ok' },
    ...{ gateways: 'ok', backup: 'ok', clock: 'ok', keys: 'ok', photos: 'ok' },
  });
});

test('asked by many at once and again, it looks once', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, readHealth));
  expect(new Set([...all, await readHealth()]).size).toBe(1);
  forgetHealth();
  expect(await readHealth()).not.toBe(all[0]);
});

test('a worker that is silent has stopped since its last beat', async () => {
  const [row] = await db().$queryRaw<{ at: Date }[]>`
    UPDATE "Pulse" SET at = at - interval '5 minutes' WHERE name = 'worker' RETURNING at`;
  expect(await finding('worker')).toMatchObject({
    ...{ state: 'bad', word: 'stopped', since: row?.at, values: { minutes: 5 } },
  });
  await beat('worker');
  forgetHealth();
  expect(await finding('worker')).toMatchObject({ state: 'ok' });
});

test('since when is remembered across processes, and begins anew with another word', async () => {
  const backup = async () => {
    forgetHealth();
    return finding('migrations');
  };
  const since = new Date('2026-01-02T03:04:05Z');
  await db().healthState.updateMany({ where: { check: 'migrations' }, data: { since } });
  expect((await backup()).since).toEqual(since);
  await db().healthState.updateMany({ where: { check: 'migrations' }, data: { word: 'ahead' } });
  expect((await backup()).since?.getTime()).toBeGreaterThan(since.getTime());
});

test('tables of an earlier version: it is named, and what needs them cannot be told', async () => {
  await asOwner(
    `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '0001_first'`,
  );
  expect(await wordsNow()).toMatchObject({
    ...{ database: 'ok', migrations: 'missing', worker: 'unknown', outbox: 'unknown' },
  });
  expect((await finding('migrations')).values).toEqual({ name: '0001_first', count: 1 });
  await asOwner(
    `UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = '0001_first'`,
  );
});

test('notices that wait are counted, those given up too, and a way by which nothing goes is named', async () => {
  const contact = { phone: '13812345678' };
  await fileAppeal({ input: { what: '井盖松了', place: '东街 1 号', ...contact } }, mintResident());
  await db().$executeRaw`UPDATE "Notice" SET "createdAt" = "createdAt" - interval '20 minutes'`;
  const [late] = await db().notice.findMany();
  expect(await finding('outbox')).toMatchObject({
    ...{
      state: 'warn',
      word: 'waiting',
      since: new Date((late?.createdAt.getTime() ?? 0) + 60_000),
    },
  });
  expect(await finding('gateways')).toMatchObject({ word: 'ok' });
  for (const attempt of [1, 2, 3]) {
    await db().$executeRaw`
      INSERT INTO "Delivery" (id, "noticeId", channel, gateway, attempt, at, outcome)
      SELECT gen_random_uuid(), ${late?.id}::uuid, 'sms', 'sms1', ${attempt}, now(), 'failed'`;
  }
  forgetHealth();
  expect(await finding('gateways')).toMatchObject({ word: 'failing', values: { ways: 'sms' } });
  await asOwner(`UPDATE "Delivery" SET outcome = 'sent' WHERE attempt = 3`);
  await db().$executeRaw`UPDATE "Notice" SET "settledAt" = now(), outcome = 'dead'`;
  forgetHealth();
  expect(await finding('gateways')).toMatchObject({ word: 'givenUp' });
});

test('a secret that opens nothing is noticed; the right one is not', async () => {
  expect(await keysOpen()).toBe(true);
  await db().$executeRaw`UPDATE "Contact" SET phone = overlay(phone placing 'AAAA' from 30)`;
  expect(await keysOpen()).toBe(false);
});

test('a database that is away is told within seconds, and so is that it is back', async () => {
  const name = new URL(ownerUrl).pathname.slice(1);
  const { adminUrl } = inject('cluster');
  const admin = (sql: string) => withClient(adminUrl, (client) => client.query(sql));
  await admin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  const begun = performance.now();
  expect(await wordsNow()).toMatchObject({
    ...{ database: 'away', migrations: 'unknown', worker: 'unknown', disk: expect.any(String) },
  });
  expect(performance.now() - begun).toBeLessThan(4_000);
  await admin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  forgetHealth();
  await expect
    .poll(async () => {
      forgetHealth();
      return (await wordsNow()).database;
    })
    .toBe('ok');
});

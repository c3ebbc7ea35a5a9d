import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { noteBackup } from '@/scripts/backup/note-backup';
import { freePort } from '@/scripts/launcher/port';
import { withClient } from '@/scripts/launcher/with-client';
import { ownDatabase } from '../support/database';
import { mailServer } from '../support/mail-server';
import { runScript } from '../support/scripts';

const { ownerUrl, appUrl } = await ownDatabase();
const data = mkdtempSync(join(tmpdir(), 'huiyin-doctor-'));
const mail = await mailServer();

afterAll(async () => {
  rmSync(data, { recursive: true });
  await mail.close();
});

beforeEach(() =>
  withClient(ownerUrl, (client) =>
    // All of them: what the database was made with is older than a quarter of an hour in a long run.
    client.query(`INSERT INTO "Pulse" (name, at)
    SELECT name, now() FROM unnest(ARRAY['worker', 'sweep', 'sending', 'seal', 'measures']) name
    ON CONFLICT (name) DO UPDATE SET at = now()`),
  ),
);

const sound = {
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
  HUIYIN_DATA: data,
  HUIYIN_SECRET: 'kd93-Lq0xVn27-TzYw81_bRm64-pW5hCz',
  HUIYIN_PUBLIC_URL: 'https://huiyin.example.gov.cn',
  HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
  HUIYIN_SMTP_URL: mail.url,
  HUIYIN_MAIL_FROM: 'huiyin@example.gov.cn',
  // What the log says must not stand between.
  LOG_LEVEL: 'info',
};

interface Report {
  state: string;
  findings: { name: string; state: string; what: string; next: string }[];
}

/** A machine that runs tests may well be slow to answer; and what nobody asked for is not missed. */
const isBusy = (it: Report['findings'][number]) => it.name === 'Database' && it.state === 'warn';
const isAsked = ({ name }: Report['findings'][number]) =>
  !['Read replica', 'Archive'].includes(name);

async function examine(more: Record<string, string> = {}) {
  const { code, said } = await runScript('doctor', ['--json'], { ...sound, ...more }).answer;
  const { state, findings } = JSON.parse(said) as Report;
  return {
    code,
    state,
    wrong: findings.filter((it) => it.state !== 'ok' && !isBusy(it) && isAsked(it)),
    all: findings,
    said,
  };
}

test('a sound deployment: nothing is wrong, and the exit code is 0', async () => {
  const { code, wrong, all } = await examine();
  expect({ code, wrong }).toEqual({ code: 0, wrong: [] });
  expect(all.length).toBeGreaterThan(20);
  const words = await runScript('doctor', [], sound).answer;
  expect(words.code).toBe(0);
  expect(words.said).toMatch(/^ok {5}\S/m);
});

test('planted faults are each named with what to do, no secret is repeated, and the exit code is 1', async () => {
  const [port, gone] = [await freePort(), await freePort()];
  const secret = join(data, 'secret');
  writeFileSync(secret, 'kept\n');
  chmodSync(secret, 0o644);
  await withClient(ownerUrl, (client) =>
    client.query(`UPDATE "Pulse" SET at = now() - interval '1 hour' WHERE name = 'worker'`),
  );
  const { code, state, wrong, said } = await examine({
    HUIYIN_PUBLIC_URL: 'http://huiyin.example.gov.cn',
    HUIYIN_SMTP_URL: `smtp://somebody:hidden@127.0.0.1:${port}`,
    HUIYIN_SMS_URL: `http://127.0.0.1:${gone}/hidden`,
  });
  rmSync(secret);
  expect([code, state]).toEqual([1, 'bad']);
  expect(wrong.map((it) => it.name)).toEqual([
    ...['Public address', 'File permissions', 'Within reach', 'Within reach', 'Worker'],
  ]);
  for (const it of wrong) expect(it.next).toMatch(/./);
  expect(said).not.toContain('hidden');
});

test('a database that is away and a wrong setting are told, not thrown', async () => {
  const away = `postgresql://huiyin:hidden@127.0.0.1:${await freePort()}/huiyin`;
  const one = await examine({ DATABASE_URL: away, DATABASE_APP_URL: away });
  expect(one.code).toBe(1);
  expect(one.wrong.find((it) => it.name === 'Database')).toMatchObject({ state: 'bad' });
  expect(one.said).not.toContain('hidden');
  const other = await examine({ PORT: 'high' });
  expect(other.wrong).toEqual([
    {
      name: 'Settings',
      state: 'bad',
      what: 'PORT must be a whole number from 1 to 65535.',
      next: expect.any(String),
    },
  ]);
  expect((await runScript('doctor', ['--nonsense'], sound).answer).code).toBe(2);
});

test('a backup that was taken is noted, also one by other tools; an older one does not undo it', async () => {
  const at = async () =>
    (
      await withClient(ownerUrl, (client) =>
        client.query(`SELECT at FROM "Pulse" WHERE name = 'backup'`),
      )
    ).rows[0]?.at;
  expect(await at()).toBeUndefined();
  const early = new Date('2026-01-02T03:04:05Z');
  expect(await noteBackup(ownerUrl, early)).toBe(true);
  expect(await at()).toEqual(early);
  expect((await examine()).wrong.map((it) => it.name)).toEqual(['Backup']);
  const taken = await runScript('backup', ['--taken'], sound).answer;
  expect(taken).toEqual({ code: 0, said: 'It is noted that a backup was taken just now.' });
  expect((await at()).getTime()).toBeGreaterThan(Date.now() - 120_000);
  await noteBackup(ownerUrl, early);
  expect((await examine()).code).toBe(0);
});

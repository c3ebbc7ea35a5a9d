import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { take } from '@/scripts/launcher/hold';
import { freePort } from '@/scripts/launcher/port';

const root = resolve(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'huiyin-refusals-'));
afterAll(() => rmSync(data, { recursive: true }));

/** What a start that cannot succeed says before it leaves. */
function start(
  settings: Record<string, string>,
  part: string[] = [],
): Promise<{ code: unknown; said: string }> {
  const env = { ...process.env, DATABASE_URL: '', DATABASE_APP_URL: '', HUIYIN_DATA: data };
  return new Promise((answer) => {
    const args = ['scripts/start.mjs', ...part];
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...env, ...settings } },
      (error, out, err) => answer({ code: error?.code, said: (out + err).trim() }),
    );
  });
}

test('a wrong setting', async () => {
  expect(await start({ PORT: 'high' })).toEqual({
    code: 1,
    said: 'PORT must be a whole number from 1 to 65535.',
  });
});

test('a part there is not', async () => {
  expect(await start({}, ['wokrer'])).toEqual({
    code: 1,
    said: 'There is no part wokrer; say web or worker, or nothing for both.',
  });
});

test('a taken port', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => other.once('listening', listening));
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await start({ PORT: String(port) })).toEqual({
    code: 1,
    said: `Port ${port} on 127.0.0.1 is taken by another program; set PORT to a free one.`,
  });
  other.close();
});

test('a language that is not whole; each key is named', async () => {
  const folder = join(data, 'languages');
  mkdirSync(folder);
  const header = JSON.parse(readFileSync(join(root, 'messages/zh/language.json'), 'utf8'));
  const words = await messagesOf('zh');
  const bo = { ...words, language: header, forms: { ...(words.forms as object), sending: '' } };
  writeFileSync(join(folder, 'bo.json'), JSON.stringify(bo));
  const { code, said } = await start({ HUIYIN_MESSAGES: folder });
  expect(code).toBe(1);
  expect(said.split('\n')).toEqual([
    `${folder}/bo.json is no whole language:`,
    '  forms.sending is empty.',
  ]);
});

test('an unreachable database; its password is not told', async () => {
  const port = await freePort();
  const answer = await start({
    PORT: String(await freePort()),
    DATABASE_URL: `postgresql://huiyin:hidden@127.0.0.1:${port}/huiyin`,
  });
  const where = `127.0.0.1:${port}/huiyin`;
  expect(answer.code).toBe(1);
  expect(answer.said.split('\n').at(-1)).toBe(
    `DATABASE_URL: the database at ${where} cannot be used: nothing listens there.`,
  );
  expect(answer.said).not.toContain('hidden');
});

test('a second start on the same data, told apart from a killed first one', async () => {
  const lock = take(join(data, 'launcher.lock'));
  const answer = await start({ PORT: String(await freePort()) });
  expect(answer).toEqual({
    code: 1,
    said: `Huiyin is already running on HUIYIN_DATA (${data}), as process ${process.pid}.`,
  });
  if ('release' in lock) lock.release();
  writeFileSync(join(data, 'launcher.lock'), JSON.stringify({ pid: process.pid, began: '1' }));
  const free = take(join(data, 'launcher.lock'));
  expect(free).toHaveProperty('release');
});

test('a folder that cannot be written', async () => {
  const file = join(data, 'file');
  writeFileSync(file, '');
  const answer = await start({ HUIYIN_DATA: join(file, 'below') });
  expect(answer.code).toBe(1);
  expect(answer.said).toMatch(/^HUIYIN_DATA \(.*\) cannot be written by this user \(ENOTDIR\)\.$/);
});

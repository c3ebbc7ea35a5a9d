import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { isRunning } from '@/scripts/launcher/life';
import { freePort } from '@/scripts/launcher/port';

const root = resolve(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'huiyin-several-'));
const file = join(data, 'word');
let primary: ChildProcess;

afterEach(() => {
  primary.kill('SIGKILL');
});
afterAll(() => rmSync(data, { recursive: true }));

async function several(count: number, more: Record<string, string> = {}) {
  writeFileSync(file, 'first');
  const port = await freePort();
  primary = spawn(process.execPath, ['tests/support/several.mjs', String(count)], {
    cwd: root,
    env: { ...process.env, TEST_PORT: String(port), TEST_FILE: file, ...more },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = once(primary, 'exit') as Promise<[number | null]>;
  await Promise.race([once(primary, 'message'), ended]);
  const ask = async (path = ''): Promise<{ pid: number; word: string }> =>
    (await fetch(`http://127.0.0.1:${port}/${path}`)).json();
  return { ask, ended };
}

type Ask = Awaited<ReturnType<typeof several>>['ask'];

/** Asks until so many different processes have answered; connections go round, so a few times so many are enough. */
async function everyone(ask: Ask, count: number): Promise<Map<number, string>> {
  const heard = new Map<number, string>();
  for (let i = 0; i < 20 * count && heard.size < count; i += 1) {
    const { pid, word } = await ask();
    heard.set(pid, word);
  }
  expect(heard.size).toBe(count);
  return heard;
}

const gone = async (pid: number) => {
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
};

test('all answer on one port; what one changes all have forgotten before it answers', async () => {
  const { ask } = await several(3);
  expect([...(await everyone(ask, 3)).values()]).toEqual(['first', 'first', 'first']);
  for (const word of ['second', 'third', 'fourth']) {
    await ask(`write/${word}`);
    expect([...(await everyone(ask, 3)).values()]).toEqual([word, word, word]);
  }
  // Control: a change nobody was told of is not seen.
  await ask('silently/fifth');
  expect([...(await everyone(ask, 3)).values()]).toEqual(['fourth', 'fourth', 'fourth']);
});

test('one that is killed is started again, and the others serve meanwhile', async () => {
  const { ask } = await several(2);
  const [one = 0, other = 0] = [...(await everyone(ask, 2)).keys()];
  const told = once(primary.stderr as NodeJS.ReadableStream, 'data');
  process.kill(one, 'SIGKILL');
  expect(String((await told)[0])).toBe('A web process ended by itself (SIGKILL).\n');
  expect((await ask()).pid).not.toBe(one);
  await ask('write/second');
  await expect.poll(async () => (await ask()).pid, { timeout: 20_000 }).not.toBe(other);
  expect([...(await everyone(ask, 2)).values()]).toEqual(['second', 'second']);
});

test.each(['SIGTERM', 'SIGKILL'] as const)('%s to the first ends them all', async (signal) => {
  const { ask, ended } = await several(2);
  const pids = [...(await everyone(ask, 2)).keys()];
  primary.kill(signal);
  const [code] = await ended;
  if (signal === 'SIGTERM') expect(code).toBe(0);
  for (const pid of pids) await gone(pid);
});

test('what cannot be started is not tried for ever', async () => {
  const { ended } = await several(2, { TEST_ENDS: '1' });
  expect((await ended)[0]).toBe(1);
});

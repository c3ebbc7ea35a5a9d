import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinCluster } from '@/scripts/launcher/cluster';
import { isRunning } from '@/scripts/launcher/life';
import { passingData } from '@/scripts/launcher/passing-data';
import { withClient } from '@/scripts/launcher/with-client';

const data = passingData();
const kept = () => JSON.parse(readFileSync(join(data.path, 'database.json'), 'utf8'));
const pidFile = () => join(kept().place, 'data/postmaster.pid');
const serverPid = () => Number.parseInt(readFileSync(pidFile(), 'utf8'), 10);
const joinOnce = () => joinCluster(data.path, false);

beforeAll(async () => {
  const first = await joinOnce();
  await withClient(first.ownerUrl, (client) => client.query('CREATE TABLE kept (id int)'));
  await first.leave();
});

afterAll(() => data.remove());

async function anotherProcess() {
  const other = spawn(process.execPath, ['--import', 'tsx', '-e', JOINING, data.path], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(other, 'message');
  return other;
}

async function tablesAreThere(url: string) {
  const { rowCount } = await withClient(url, (client) => client.query('SELECT * FROM kept'));
  expect(rowCount).toBe(0);
}

test('the last one to leave stops the server', async () => {
  const mine = await joinOnce();
  const server = serverPid();
  const other = await anotherProcess();
  await mine.leave();
  expect(isRunning(server)).toBe(true);
  other.send('leave');
  await once(other, 'exit');
  expect(isRunning(server)).toBe(false);
});

test('one that was killed counts no more, and its server is taken over', async () => {
  const other = await anotherProcess();
  const server = serverPid();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const mine = await joinOnce();
  expect(serverPid()).toBe(server);
  await tablesAreThere(mine.ownerUrl);
  await mine.leave();
  expect(isRunning(server)).toBe(false);
});

test('a server that was killed itself starts again with what was written', async () => {
  const mine = await joinOnce();
  process.kill(serverPid(), 'SIGKILL');
  await mine.leave();
  const again = await joinOnce();
  await tablesAreThere(again.ownerUrl);
  await again.leave();
});

test('one that is killed under whoever uses it is started again by itself, at the same address', async () => {
  const mine = await joinOnce();
  const killed = serverPid();
  process.kill(killed, 'SIGKILL');
  await expect
    .poll(() => tablesAreThere(mine.ownerUrl).then(serverPid, () => killed), { timeout: 10_000 })
    .not.toBe(killed);
  await mine.leave();
});

test('a process id that has passed to a stranger does not prevent the start', async () => {
  writeFileSync(pidFile(), `${process.ppid}\n${kept().place}/data\n1\n5432\n\n127.0.0.1\n\n`);
  const mine = await joinOnce();
  await tablesAreThere(mine.ownerUrl);
  await mine.leave();
});

test('a cluster whose passwords are gone is left alone', async () => {
  const file = join(data.path, 'database.json');
  const text = readFileSync(file);
  rmSync(file);
  await expect(joinOnce()).rejects.toThrow(/is gone, and with it the passwords of the database/);
  writeFileSync(file, text, { mode: 0o600 });
});

const JOINING = `
  import('./scripts/launcher/cluster.ts').then(async ({ joinCluster }) => {
    const cluster = await joinCluster(process.argv[1], false);
    process.on('message', () => cluster.leave().then(() => process.exit()));
    process.send('joined');
  });
`;

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../launcher/cluster';
import { atEnd } from '../launcher/ending';
import { freePort } from '../launcher/port';
import * as server from '../launcher/postgres-server';
import { Refusal } from '../launcher/refusal';
import { withClient } from '../launcher/with-client';
import type { OnlineCopy } from './copy-online';

/** The copy is read, and nothing in it changes but what recovery has to. */
const SETTINGS = [
  'default_transaction_read_only=on',
  'autovacuum=off',
  'archive_mode=off',
  // Log that has been played back is thrown away instead of kept for later use.
  'wal_recycle=off',
  'min_wal_size=32MB',
];

const SHUT_DOWN = 1;

/**
 * Starts a copied cluster as a server of its own beside the first, does some work on it and stops it.
 * What is left is a cluster at rest: recovery is behind it.
 *
 * @param home where the copy lies.
 * @param original its logins are those of the copy.
 * @throws Refusal when the copy does not come to the moment the copying ended.
 */
export async function withCopyRunning<T>(
  home: server.Home,
  copy: OnlineCopy,
  original: Pick<Cluster, 'adminUrl' | 'binaries'>,
  work: (port: number) => Promise<T>,
): Promise<T> {
  needLabel(home, copy);
  const port = await freePort();
  const adminUrl = onPort(original.adminUrl, port);
  server.startServer(home, original.binaries(), { port, durable: true, settings: SETTINGS });
  const stop = () => server.stopServer(home);
  const forget = atEnd(stop);
  try {
    if (!(await server.serverAnswers(home, adminUrl))) {
      throw new Refusal(`The copy does not start: ${server.lastComplaint(home)}`);
    }
    await needWhole(adminUrl, copy);
    return await work(port);
  } finally {
    await stop();
    forget();
    tidy(home);
  }
}

/** The same way in, on another port of this machine. */
export function onPort(url: string, port: number): string {
  const other = new URL(url);
  other.port = String(port);
  return other.href;
}

/** @throws Refusal unless the server that ran on it has left it in order. */
export function needAtRest(home: server.Home): void {
  // The state of the cluster stands after its identifier and two version numbers.
  const control = readFileSync(join(server.dataOf(home), 'global/pg_control'));
  if (control.readInt32LE(16) === SHUT_DOWN) return;
  throw new Refusal('The copy did not stop in order.');
}

/** Without its label PostgreSQL takes a copy for a server that crashed, and may start it in pieces. */
function needLabel(home: server.Home, { label }: OnlineCopy): void {
  const path = join(server.dataOf(home), 'backup_label');
  if (existsSync(path) && readFileSync(path, 'utf8') === label) return;
  throw new Refusal('The copy has lost its backup_label and cannot be trusted.');
}

async function needWhole(url: string, { stopLsn }: OnlineCopy): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ whole: boolean }>(
      'SELECT NOT pg_is_in_recovery() AND pg_current_wal_lsn() >= $1::pg_lsn AS whole',
      [stopLsn],
    ),
  );
  if (!rows[0]?.whole) throw new Refusal(`The copy ends before ${stopLsn}.`);
}

function tidy(home: server.Home): void {
  for (const name of ['postmaster.opts', 'backup_label.old', 'tablespace_map.old']) {
    rmSync(join(server.dataOf(home), name), { force: true });
  }
}

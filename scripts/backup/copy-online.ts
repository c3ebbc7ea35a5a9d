import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { giveTo } from '../launcher/lesser-user';
import { dataOf, type Home } from '../launcher/postgres-server';
import { Refusal } from '../launcher/refusal';
import { withClient } from '../launcher/with-client';
import { type CopyOptions, copyFile } from './copy-file';
import { copyTree } from './copy-tree';
import { isLeftOut } from './left-out';
import { makeFolder } from './tree';
import { walSegments } from './wal-segments';

/** What PostgreSQL says of a copy of its files. */
export type OnlineCopy = {
  takenAt: Date;
  /** The version of the server: `18.4`. */
  version: string;
  startLsn: string;
  stopLsn: string;
  /** What `backup_label` holds; without it the copy would start as something it is not. */
  label: string;
};

/** Tells how large the cluster is; read last, so that no checkpoint in it is newer than the files. */
const CONTROL = 'global/pg_control';

/**
 * Copies a running cluster file by file between `pg_backup_start` and `pg_backup_stop`, then the log
 * that makes one moment of it. The files are read while they are being written; the log puts that right
 * when the copy is started.
 *
 * @param target where the copy goes; its folder `data` must not be there.
 */
export function copyOnline(adminUrl: string, source: Home, target: Home): Promise<OnlineCopy> {
  const copying = withClient(adminUrl, async (client) => {
    await needPlainCluster(client);
    // It keeps the log from being recycled, and goes with this session whatever ends it.
    await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [
      `huiyin_backup_${process.pid}`,
    ]);
    const { rows } = await client.query<Started>(START);
    const [started] = rows;
    if (!started) throw new Error('pg_backup_start said nothing');
    await copyFiles(source, target);
    const { rows: ends } = await client.query<Stopped>(STOP);
    const [stopped] = ends;
    if (!stopped) throw new Error('pg_backup_stop said nothing');
    putFile(target, 'backup_label', stopped.label);
    if (stopped.map) putFile(target, 'tablespace_map', stopped.map);
    const wal = walSegments(started.timeline, started.lsn, stopped.lsn, started.segment);
    for (const name of wal) await copyLog(source, target, name);
    const { takenAt, version, lsn: startLsn } = started;
    return { takenAt, version, startLsn, stopLsn: stopped.lsn, label: stopped.label };
  });
  return inServerWords(copying);
}

type Started = { takenAt: Date; version: string; lsn: string; timeline: number; segment: number };
type Stopped = { lsn: string; label: string; map: string };

const START = `
  SELECT date_trunc('milliseconds', clock_timestamp()) AS "takenAt",
         split_part(current_setting('server_version'), ' ', 1) AS version,
         pg_backup_start('huiyin', fast => true)::text AS lsn,
         (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline,
         (SELECT setting::int FROM pg_settings WHERE name = 'wal_segment_size') AS segment`;

const STOP = `
  SELECT lsn::text, labelfile AS label, spcmapfile AS map
    FROM pg_backup_stop(wait_for_archive => false)`;

/** What the server says against it, or that it has gone away, is no bug of ours. */
async function inServerWords<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: Error) => {
    const said = 'severity' in error && error.message;
    const gone = /^Connection terminated|not queryable/.test(error.message) && 'it went away';
    if (!said && !gone) throw error;
    throw new Refusal(`The server broke the backup off: ${said || gone}.`);
  });
}

/** @throws Refusal where parts of the cluster lie outside its folder. */
async function needPlainCluster(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')`,
  );
  if (rowCount) throw new Refusal('The database has tablespaces of its own; use pg_basebackup.');
}

async function copyFiles(source: Home, target: Home): Promise<void> {
  makeFolder(dataOf(target), target.user);
  await copyTree(dataOf(source), dataOf(target), {
    ...optionsFor(target),
    leftOut: (path) => isLeftOut(path) || path === CONTROL,
    failed: unlessVanished,
  });
  await copyOne(source, target, CONTROL);
}

/** The proof that follows has the server write everything to the disk, so nothing waits here. */
const optionsFor = ({ user }: Home): CopyOptions => ({ owner: user, sync: false });

const copyOne = (source: Home, target: Home, path: string) =>
  copyFile(join(dataOf(source), path), join(dataOf(target), path), optionsFor(target));

/** The slot holds the log unless its size is limited in the cluster's own settings. */
async function copyLog(source: Home, target: Home, name: string): Promise<void> {
  await copyOne(source, target, `pg_wal/${name}`).catch((error) => {
    unlessVanished(error);
    throw new Refusal(`The log ${name} is gone already; raise max_slot_wal_keep_size.`);
  });
}

/** Tables are dropped and cut while they are copied; the log knows of it. */
function unlessVanished(error: NodeJS.ErrnoException): void {
  const gone = error.code === 'ENOENT' && error.syscall === 'open';
  if (!gone) throw error;
}

function putFile(target: Home, name: string, text: string): void {
  const path = join(dataOf(target), name);
  writeFileSync(path, text, { mode: 0o600 });
  giveTo(target.user, path);
}

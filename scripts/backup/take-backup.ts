import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Settings } from '@/lib/env';
import { type Cluster, joinCluster } from '../launcher/cluster';
import { atEnd } from '../launcher/ending';
import { take } from '../launcher/hold';
import { migrationsIn } from '../launcher/migrations';
import { haveClient } from '../launcher/prisma-client';
import { Refusal } from '../launcher/refusal';
import { root } from '../launcher/root';
import { withClient } from '../launcher/with-client';
import type { BackupArguments } from './arguments';
import { copyOnline, type OnlineCopy } from './copy-online';
import { copyBucket, copyPhotos } from './copy-photos';
import { writeFileList } from './file-list';
import { type Keys, keysInUse, markOf, needApart, needSame, writeKeys } from './keys';
import { applicationVersion, type Manifest, writeManifest } from './manifest';
import { noteBackup } from './note-backup';
import { countKeptRows, countRows, migrationsOf, type RowCounts, shrunk } from './rows';
import { needAtRest, onPort, withCopyRunning } from './run-copy';
import { verifyLog } from './verify-log';
import { openWorkshop, type Workshop } from './workshop';

export type Backup = {
  folder: string;
  manifest: Manifest;
  faults: string[];
  /** Files of pictures that were copied out of the bucket. */
  fromBucket: number;
};

/** What the copy turned out to be when it was started. */
type Proof = Pick<Manifest, 'migrations' | 'tables' | 'log'> & { faults: string[] };

/**
 * Makes a backup of the embedded database while it is used, and starts the copy before it calls it good.
 *
 * @throws Refusal when it cannot be made; nothing is left then.
 */
export async function takeBackup(settings: Settings, wanted: BackupArguments): Promise<Backup> {
  const { dataDirectory } = settings;
  needEmbedded(settings);
  const lock = take(join(dataDirectory, 'backup.lock'));
  if ('heldBy' in lock) {
    throw new Refusal(`Process ${lock.heldBy.pid} is making a backup just now.`);
  }
  const unlock = atEnd(lock.release);
  const cluster = await joinCluster(dataDirectory);
  const leave = atEnd(() => cluster.leave());
  try {
    return await backUp(cluster, settings, wanted);
  } finally {
    leave();
    await cluster.leave();
    unlock();
    lock.release();
  }
}

async function backUp(
  cluster: Cluster,
  settings: Settings,
  { folder, keys }: BackupArguments,
): Promise<Backup> {
  const target = folder ?? join(backupsOf(settings.dataDirectory), await timestamp(cluster));
  const inUse = keysInUse(settings);
  const apart = folder ? [target] : [target, dirname(target)];
  if (keys) {
    needApart(keys, apart);
    if (inUse.size === 0) {
      throw new Refusal(`There are no keys in ${settings.dataDirectory} yet.`);
    }
    needSame(keys, inUse);
  }
  const workshop = await openWorkshop(target, cluster.home);
  try {
    const { copy, proof } = await provenCopy(cluster, workshop);
    // After the database: every picture a row of the copy speaks of was there before it.
    await copyPhotos(settings.dataDirectory, workshop.home.place);
    const fromBucket = await copyBucket(settings.photoBucket, workshop.home.place);
    const { faults, ...found } = proof;
    const { takenAt, version, startLsn, stopLsn } = copy;
    const manifest: Manifest = {
      format: 1,
      takenAt: takenAt.toISOString(),
      application: applicationVersion(),
      postgres: { version, major: Number.parseInt(version, 10) },
      startLsn,
      stopLsn,
      ...found,
      ...marksOf(inUse),
      files: await writeFileList(workshop.home.place),
    };
    writeManifest(workshop.home.place, manifest);
    if (keys) writeKeys(keys, inUse, apart);
    const name = faults.length > 0 ? `${basename(target)}.faulty` : basename(target);
    const place = await workshop.finish(join(dirname(target), name));
    if (faults.length === 0) await noteBackup(cluster.ownerUrl, takenAt);
    return { folder: place, manifest, faults, fromBucket };
  } finally {
    await workshop.remove();
  }
}

function marksOf(inUse: Keys): Pick<Manifest, 'keys' | 'otherKeys'> {
  const { secret = null, ...otherKeys } = Object.fromEntries(
    [...inUse].map(([file, key]) => [file, markOf(key)]),
  );
  return { keys: secret, otherKeys };
}

async function provenCopy(
  cluster: Cluster,
  workshop: Workshop,
): Promise<{ copy: OnlineCopy; proof: Proof }> {
  const { adminUrl, webUrl, home } = cluster;
  const before = await keptRows(adminUrl);
  const copy = await copyOnline(adminUrl, home, workshop.home);
  const after = await keptRows(adminUrl);
  const proof = await withCopyRunning(workshop.home, copy, cluster, (port) =>
    prove(onPort(huiyin(adminUrl), port), onPort(webUrl, port), { before, after }),
  );
  needAtRest(workshop.home);
  return { copy, proof };
}

async function prove(
  adminUrl: string,
  webUrl: string,
  { before, after }: { before: RowCounts; after: RowCounts },
): Promise<Proof> {
  const { migrations, tables } = await withClient(adminUrl, async (client) => ({
    migrations: await migrationsOf(client),
    tables: await countRows(client),
  }));
  const kept = Object.fromEntries(Object.keys(before).map((name) => [name, tables[name] ?? 0]));
  const lost = shrunk(before, kept) ?? shrunk(kept, after);
  if (lost) throw new Refusal(`The copy does not have the rows of ${lost}; nothing was kept.`);
  const ours = migrationsIn(join(root, 'prisma/migrations'));
  if (migrations.join() !== ours.join()) return { migrations, tables, log: null, faults: [] };
  await haveClient();
  const { appeals, events, faults } = await verifyLog(webUrl);
  return { migrations, tables, log: { appeals, events, faults: faults.length }, faults };
}

function needEmbedded({ databaseUrl, dataDirectory }: Settings): void {
  if (databaseUrl) {
    throw new Refusal(
      'DATABASE_URL names a PostgreSQL of your own: back it up with its own tools, pg_basebackup or ' +
        'pgBackRest, copy the folder photos in HUIYIN_DATA, and the bucket of HUIYIN_S3_URL where photos live ' +
        'in one, after it, and keep HUIYIN_SECRET or the secret in HUIYIN_DATA apart, and HUIYIN_CONTACT_KEY and HUIYIN_SEAL_KEY where they are set.',
    );
  }
  if (!existsSync(join(dataDirectory, 'database.json'))) {
    throw new Refusal(`There is no database in HUIYIN_DATA (${dataDirectory}).`);
  }
}

/** Backups lie beside the data, not in it. */
const backupsOf = (dataDirectory: string) => `${dataDirectory}-backups`;

async function timestamp({ adminUrl }: Cluster): Promise<string> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query(`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') AS name`),
  );
  return rows[0].name;
}

const keptRows = (adminUrl: string) => withClient(huiyin(adminUrl), countKeptRows);

/** The superuser's way into our database instead of its own. */
function huiyin(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = '/huiyin';
  return url.href;
}

import { existsSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/env';
import { binariesOf, destroyCluster, joinCluster } from '../launcher/cluster';
import { needDataDirectory, writePrivate } from '../launcher/data-directory';
import { atEnd } from '../launcher/ending';
import { keptOf, UNFINISHED } from '../launcher/home';
import { keyFiles } from '../launcher/key-files';
import { lesserUser } from '../launcher/lesser-user';
import { migrationsIn } from '../launcher/migrations';
import { dataOf, type Home, runAlone } from '../launcher/postgres-server';
import { haveClient } from '../launcher/prisma-client';
import { Refusal } from '../launcher/refusal';
import { root } from '../launcher/root';
import { bringUpToDate } from '../launcher/up-to-date';
import { withClient } from '../launcher/with-client';
import type { RestoreArguments } from './arguments';
import { copyPhotos, PHOTOS } from './copy-photos';
import { copyTree } from './copy-tree';
import { type FileList, readFileList } from './file-list';
import { isInside } from './inside';
import { type Keys, keysIn, markOf, putKeys } from './keys';
import { type Manifest, readManifest } from './manifest';
import { newPasswords } from './new-passwords';
import { countRows, differing } from './rows';
import { makeFolder } from './tree';
import { type LogCheck, verifyLog } from './verify-log';

export type Restored = { manifest: Manifest; log: LogCheck; elsewhere: string | undefined };

/**
 * Makes a data directory of a backup: every file is compared with what the backup noted of it, the
 * database is started once, its rows are counted and its log is recomputed.
 *
 * @throws Refusal when the backup is damaged, the keys are others, or the place is not empty; the
 * place is then left as it was.
 */
export async function restoreBackup(
  settings: Settings,
  wanted: RestoreArguments,
): Promise<Restored> {
  const { backup, data } = wanted;
  const manifest = readManifest(backup);
  const list = readFileList(backup, manifest.files);
  needOurs(manifest);
  const found = keysFor(manifest, wanted, settings);
  const wasThere = existsSync(data);
  if (wasThere && readdirSync(data).length > 0) {
    throw new Refusal(`${data} is not empty; a backup is restored into an empty folder.`);
  }
  if (isInside(data, backup)) throw new Refusal('A backup is not restored into itself.');
  const undo = async () => {
    if (existsSync(join(data, 'database.json'))) await destroyCluster(data);
    for (const name of existsSync(data) ? readdirSync(data) : []) {
      rmSync(join(data, name), { recursive: true, force: true });
    }
    if (!wasThere && existsSync(data)) rmdirSync(data);
  };
  const forget = atEnd(undo);
  try {
    needDataDirectory(data);
    writePrivate(join(data, UNFINISHED), `${backup}\n`);
    await putFiles(backup, list, realpathSync(data), manifest);
    putKeys(data, found);
    rmSync(join(data, UNFINISHED));
    const restored = await prove(data, manifest);
    forget();
    return restored;
  } catch (error) {
    forget();
    await undo();
    throw error;
  }
}

/** Copies the cluster to where the server's user can run it, and gives it logins of its own. */
async function putFiles(
  backup: string,
  list: FileList,
  data: string,
  { postgres }: Manifest,
): Promise<void> {
  const user = lesserUser();
  const kept = keptOf(data, user);
  const home: Home = { place: kept.place, user };
  const binaries = binariesOf(data, home, postgres.major);
  const half = join(home.place, 'data.new');
  makeFolder(half, user);
  await copyTree(join(backup, 'data'), half, {
    owner: user,
    sync: true,
    copied(path, { sha256 }) {
      if (list.get(`data/${path}`) === sha256) return;
      throw new Refusal(`The backup is damaged: data/${path} is not what it was.`);
    },
  });
  await copyPhotos(backup, data, {
    copied(path, { sha256 }) {
      if (list.get(`${PHOTOS}/${path}`) === sha256) return;
      throw new Refusal(`The backup is damaged: ${PHOTOS}/${path} is not what it was.`);
    },
    failed(error) {
      throw error;
    },
  });
  renameSync(half, dataOf(home));
  runAlone(home, binaries, newPasswords(kept.passwords));
}

async function prove(data: string, manifest: Manifest): Promise<Restored> {
  const cluster = await joinCluster(data);
  const leave = atEnd(() => cluster.leave());
  try {
    const tables = await withClient(cluster.ownerUrl, countRows);
    const table = differing(manifest.tables, tables);
    if (table) {
      throw new Refusal(
        `The backup is damaged: ${table} has ${tables[table] ?? 'no'} rows, its manifest says ${manifest.tables[table] ?? 'none'}.`,
      );
    }
    await bringUpToDate(cluster);
    await haveClient();
    const log = await verifyLog(cluster.webUrl);
    needSameLog(manifest, log);
    return { manifest, log, elsewhere: cluster.elsewhere };
  } finally {
    leave();
    await cluster.leave();
  }
}

function needSameLog({ log: noted }: Manifest, log: LogCheck): void {
  if (!noted) return;
  const same =
    noted.appeals === log.appeals &&
    noted.events === log.events &&
    noted.faults === log.faults.length;
  if (same) return;
  const [first = `${log.appeals} appeals, ${log.events} events`] = log.faults;
  throw new Refusal(`The backup is damaged: its log does not add up (${first}).`);
}

/** @throws Refusal when the database knows migrations this version of the code does not. */
function needOurs({ migrations, application }: Manifest): void {
  const ours = migrationsIn(join(root, 'prisma/migrations'));
  const strange = migrations.find((name) => !ours.includes(name));
  if (!strange) return;
  throw new Refusal(
    `The backup is of Huiyin ${application} with migration ${strange}, which this version does not know.`,
  );
}

/**
 * The keys to put into the data directory; none where they are lost.
 *
 * @throws Refusal where the folder lacks one the backup was made with, holds another, or another is set.
 */
function keysFor(manifest: Manifest, { keys }: RestoreArguments, settings: Settings): Keys {
  if (!keys) return new Map();
  const found = keysIn(keys);
  if (!found.has('secret')) throw new Refusal(`There is no file secret in ${keys}.`);
  const marks = Object.entries({
    ...(manifest.keys && { secret: manifest.keys }),
    ...manifest.otherKeys,
  });
  for (const [file, mark] of marks) {
    const key = found.get(file);
    if (!key) {
      throw new Refusal(`There is no file ${file} in ${keys}; the backup was made with that key.`);
    }
    if (markOf(key) !== mark) {
      throw new Refusal(`The keys in ${keys} are not those of this backup (${file}).`);
    }
  }
  for (const { file, setting, value } of keyFiles) {
    const [set, key] = [value(settings), found.get(file)];
    if (!set || !key || set === key) continue;
    throw new Refusal(`${setting} is set to something else than the keys; unset it first.`);
  }
  return found;
}

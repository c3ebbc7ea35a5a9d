import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { joinCluster } from '@/scripts/launcher/cluster';
import { atEnd } from '@/scripts/launcher/ending';
import { lesserUser } from '@/scripts/launcher/lesser-user';
import { passingData } from '@/scripts/launcher/passing-data';
import { dataOf } from '@/scripts/launcher/postgres-server';
import { haveClient } from '@/scripts/launcher/prisma-client';
import { withClient } from '@/scripts/launcher/with-client';
import type { Fault } from './frame';
import { compare } from './ledger';
import { nothing, type Outcome, plus } from './outcome';
import { type OwnServer, ownServer, until } from './own-server';
import { startPhotos } from './photo-senders';
import { startReaders } from './readers';
import { type SmallDisk, smallDisk } from './small-disk';
import { type Manners, startTraffic } from './traffic';

const kinds = ['data', 'log', 'photos'] as const;
type Kind = (typeof kinds)[number];

/** So long each stays full, counted from the first refusal. */
const fullMs = 10_000;
/** Within so long after there is room again forms and photos must be taken. */
const backWithinMs = 10_000;

/**
 * The disk of the tables, of PostgreSQL's log and of the photos is full in turn, while people file, send photos, work
 * and read. Nobody does more than make room again.
 */
export const diskFull: Fault = {
  of: 'times a disk was full',
  usual: 9,
  portion: 3,
  async start() {
    const { server, disks } = await onSmallDisks();
    return {
      ownerUrl: server.ownerUrl,
      run: async (count, from) => {
        let outcome = nothing;
        for (let nth = from; nth < from + count; nth += 1) {
          outcome = plus(outcome, await fillOnce(server, disks, kinds[nth % 3] ?? 'data'));
        }
        return outcome;
      },
      controls: {
        'filings taken for acknowledged when sent': () =>
          fillOnce(server, disks, 'data', { credulous: true }),
        'photos taken for kept when sent': () =>
          fillOnce(server, disks, 'photos', { credulous: true }),
      },
      close: server.stop,
    };
  },
};

type Disks = Record<Kind, SmallDisk>;

/** A server whose tables, log and photos lie on three small disks. */
async function onSmallDisks(): Promise<{ server: OwnServer; disks: Disks }> {
  const passing = passingData();
  const user = lesserUser();
  const place = join(passing.path, 'database');
  const mounted: SmallDisk[] = [];
  const mount = (...given: Parameters<typeof smallDisk>) => {
    const disk = smallDisk(...given);
    mounted.push(disk);
    return disk;
  };
  const data = {
    path: passing.path,
    async remove() {
      if (mounted.length === 0) return;
      for (const it of mounted.splice(0).reverse()) it.unmount();
      await passing.remove();
    },
  };
  atEnd(data.remove);
  const photos = mount(join(passing.path, 'photos'), 64);
  const tables = mount(place, 400, user);
  const log = mount(join(place, 'log'), 320, user);
  await haveClient();
  const cluster = await joinCluster(passing.path);
  await withClient(cluster.adminUrl, async (client) => {
    // As much of it as fits the small disk.
    await client.query(`ALTER SYSTEM SET max_wal_size = '96MB'`);
    await client.query(`ALTER SYSTEM SET min_wal_size = '32MB'`);
  });
  await cluster.leave();
  const kept = join(dataOf(cluster.home), 'pg_wal');
  const moved = join(place, 'log', 'pg_wal');
  spawnSync('cp', ['--archive', kept, moved]);
  rmSync(kept, { recursive: true });
  symlinkSync(moved, kept);
  return { server: await ownServer({}, data), disks: { data: tables, log, photos } };
}

async function fillOnce(
  server: OwnServer,
  disks: Disks,
  kind: Kind,
  manners: Manners = {},
): Promise<Outcome> {
  const isPhotos = kind === 'photos';
  const traffic = startTraffic(server.url, server.unitId, 3, isPhotos ? {} : manners);
  const photos = await startPhotos(server.url, isPhotos && Boolean(manners.credulous));
  const readers = await startReaders(server.url);
  await until(() => traffic.takenSince(0) > 0 && photos.keptSince(0) > 0, 180_000);
  tell(`${kind}: is filled`);
  await pause(2_000);
  const at = Date.now();
  disks[kind].fill();
  const writing = kind === 'log' ? writeOn(server) : null;
  const refused = () => (isPhotos ? photos.refused : traffic.refusals().length) > 0;
  if (manners.credulous) await pause(fullMs);
  else await until(refused, 120_000);
  const refusedAfter = Date.now() - at;
  tell(`${kind}: refused after ${refusedAfter} ms`);
  const held = Date.now();
  await pause(fullMs);
  const read = readers.since(held);
  writing?.stop();
  const roomAt = Date.now();
  disks[kind].clear();
  const back = () =>
    manners.credulous || (traffic.takenSince(roomAt) > 0 && photos.keptSince(roomAt) > 0);
  await until(back, 180_000);
  const took = Math.max(traffic.takenSince(roomAt), photos.keptSince(roomAt)) - roomAt;
  if (!manners.credulous) tell(`${kind}: taken again after ${took} ms`);
  await traffic.stop();
  const { lost } = await photos.stop();
  await readers.stop();
  const found = await compare(traffic.ledger, server.ownerUrl);
  const unclear = traffic
    .refusals()
    .filter((it) => it.status !== 503 || !it.advises || !it.retryAfter);
  for (const it of [...traffic.strangers, ...photos.strangers, ...read.failed]) {
    tell(`${kind}: ${it}`);
  }
  for (const it of unclear) tell(`${kind}: unclear ${JSON.stringify(it)}`);
  return {
    done: 1,
    wrong: {
      ...found,
      'photos lost': lost,
      'refused unclearly': unclear.length + traffic.counts.strange + photos.strangers.length,
      'pages not shown': kind === 'log' ? 0 : read.failed.length,
      'back after more than 10 s': !manners.credulous && took > backWithinMs ? 1 : 0,
    },
    seen: {
      'filings acknowledged': [...traffic.ledger.filings.values()].filter(Boolean).length,
      'photos kept': photos.kept,
      'forms refused': traffic.refusals().length,
      'photos refused': photos.refused,
      'pages shown while full': read.shownMs.length,
      ...(kind === 'log' && { 'pages not shown while the log was full': read.failed.length }),
    },
    longestMs: {
      [`until the first refusal, ${kind}`]: refusedAfter,
      [`until taken again, ${kind}`]: manners.credulous ? 0 : took,
    },
  };
}

/** Goes on to the next piece of PostgreSQL's log until there is none. */
function writeOn(server: OwnServer): { stop(): void } {
  let stopping = false;
  void (async () => {
    while (!stopping) {
      await withClient(server.adminUrl, (client) =>
        client.query('SELECT txid_current(), pg_switch_wal()'),
      ).catch(() => {});
      await pause(100);
    }
  })();
  return {
    stop: () => {
      stopping = true;
    },
  };
}

const tell = (line: string) => process.stderr.write(`  ${line}\n`);

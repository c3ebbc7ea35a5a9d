import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOnline } from '@/scripts/backup/copy-online';
import { onPort } from '@/scripts/backup/run-copy';
import { descendantsNamed } from '@/scripts/faults/descendants';
import type { Cluster } from '@/scripts/launcher/cluster';
import { giveTo } from '@/scripts/launcher/lesser-user';
import { freePort } from '@/scripts/launcher/port';
import {
  dataOf,
  lastComplaint,
  serverAnswers,
  serverOf,
  startServer,
  stopServer,
} from '@/scripts/launcher/postgres-server';
import { withClient } from '@/scripts/launcher/with-client';

export interface Standby {
  adminUrl: string;
  /** For what pages read. */
  webUrl: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Its processes stand still, as on a machine that is gone: nothing is refused, nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** As the superuser; rows of the answer. */
  ask<T extends object>(sql: string): Promise<T[]>;
  /** Waits until all that is committed by now has come over. */
  caughtUp(): Promise<void>;
  remove(): Promise<void>;
}

const slot = 'test_standby';

/** A second PostgreSQL process that follows a cluster, made as docs/operations.md says, from an online copy. */
export async function standbyOf(cluster: Cluster): Promise<Standby> {
  const { user } = cluster.home;
  const place = mkdtempSync(join(tmpdir(), 'huiyin-standby-'));
  chmodSync(place, 0o711);
  const home = { place: join(place, 'server'), user };
  mkdirSync(home.place, { mode: 0o711 });
  giveTo(user, home.place);
  const port = await freePort();
  const [adminUrl, webUrl] = [onPort(cluster.adminUrl, port), onPort(cluster.webUrl, port)];
  const first = new URL(cluster.adminUrl);
  await withClient(cluster.adminUrl, (client) =>
    client.query('SELECT pg_create_physical_replication_slot($1, true)', [slot]),
  );
  await copyOnline(cluster.adminUrl, cluster.home, home);
  const follows = join(dataOf(home), 'standby.signal');
  writeFileSync(follows, '', { mode: 0o600 });
  giveTo(user, follows);

  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    const main = serverOf(home);
    if (!main) throw new Error('the standby does not run');
    for (const pid of [main, ...descendantsNamed(main, 'postgres')]) process.kill(pid, name);
  };

  const ask = <T extends object>(sql: string) =>
    withClient(adminUrl, async (client) => (await client.query<T>(sql)).rows);
  const start = async () => {
    startServer(home, cluster.binaries(), {
      port,
      durable: false,
      settings: [
        `primary_conninfo=host=127.0.0.1 port=${first.port} user=postgres password=${first.password}`,
        `primary_slot_name=${slot}`,
        // Whatever a question stands in the way of is replayed at once.
        'max_standby_streaming_delay=0',
      ],
    });
    if (!(await serverAnswers(home, adminUrl))) throw new Error(lastComplaint(home));
  };
  return {
    adminUrl,
    webUrl,
    ask,
    start,
    stop: () => stopServer(home),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async caughtUp() {
      const [end] = await withClient(
        cluster.adminUrl,
        async (client) =>
          (await client.query<{ lsn: string }>('SELECT pg_current_wal_flush_lsn()::text AS lsn'))
            .rows,
      );
      await withClient(adminUrl, async (client) => {
        for (;;) {
          const { rows } = await client.query<{ there: boolean }>(
            'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS there',
            [end?.lsn],
          );
          if (rows[0]?.there) return;
        }
      });
    },
    async remove() {
      await stopServer(home);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

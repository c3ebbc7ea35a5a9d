import { setTimeout as pause } from 'node:timers/promises';
import { type DemoServer, startDemoServer } from '@/scripts/checks/demo-server';
import type { Environment } from '@/scripts/launcher/child';
import { urlOf } from '@/scripts/launcher/cluster';
import { atEnd } from '@/scripts/launcher/ending';
import { keptOf } from '@/scripts/launcher/home';
import { lesserUser } from '@/scripts/launcher/lesser-user';
import type { passingData } from '@/scripts/launcher/passing-data';
import { type Home, serverOf } from '@/scripts/launcher/postgres-server';
import { withClient } from '@/scripts/launcher/with-client';
import { descendantsNamed } from './descendants';

/** The production server, started as an operator starts it, with what a fault needs to get at it. */
export interface OwnServer extends DemoServer {
  ownerUrl: string;
  adminUrl: string;
  /** Where its PostgreSQL lives. */
  home: Home;
  /** Of the cast's street. */
  unitId: string;
}

/** Two web processes and a worker on a cluster that keeps its promises; all of it goes when the script ends. */
export async function ownServer(
  more: Environment = {},
  data?: ReturnType<typeof passingData>,
): Promise<OwnServer> {
  const settings = {
    LOG_LEVEL: 'silent',
    HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
    HUIYIN_WEB_PROCESSES: '2',
    ...more,
  };
  const server = await startDemoServer(settings, data);
  const forget = atEnd(server.stop);
  const user = lesserUser();
  const kept = keptOf(server.data, user);
  const ownerUrl = urlOf(kept, 'owner', 'huiyin');
  const unitId = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(`SELECT id FROM "Unit" WHERE code = 'liuwan'`);
    return rows[0].id as string;
  });
  return {
    ...server,
    ...{ ownerUrl, unitId, home: { place: kept.place, user } },
    adminUrl: urlOf(kept, 'postgres', 'postgres'),
    stop: async () => {
      forget();
      await server.stop();
    },
  };
}

/** Its web processes, the one that has lived longest first. */
export const webProcesses = (server: OwnServer): number[] =>
  descendantsNamed(server.pid, '/scripts/web.mjs');

/** Its PostgreSQL, the first process and all others. */
export function databaseProcesses(server: OwnServer): number[] {
  const first = serverOf(server.home);
  return first ? [first, ...descendantsNamed(first, '')] : [];
}

/** Ends processes of ours at once; one that is gone already is no matter. */
export function killAtOnce(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {}
  }
}

/** Waits until something holds. */
export async function until(holds: () => boolean, patienceMs = 60_000): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > giveUpAt)
      throw new Error(`this did not come true in ${patienceMs} ms: ${holds}`);
    await pause(20);
  }
}

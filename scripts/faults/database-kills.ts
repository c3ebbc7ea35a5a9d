import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '@/scripts/launcher/with-client';
import type { Fault } from './frame';
import { compare } from './ledger';
import type { Outcome } from './outcome';
import { databaseProcesses, killAtOnce, type OwnServer, ownServer, until } from './own-server';
import { startTraffic } from './traffic';
import { untilFound } from './until-found';

/** Within so long forms must be taken again. */
const backWithinMs = 10_000;

/** PostgreSQL is killed with all its processes while people file and work; nobody lends a hand. */
export const databaseKills: Fault = {
  of: 'kills',
  usual: 50,
  portion: 5,
  async start() {
    const server = await ownServer();
    return {
      ownerUrl: server.ownerUrl,
      run: (count) => killDatabase(server, count),
      controls: {
        'commits that do not wait for the disk': () => carelessly(server),
      },
      close: server.stop,
    };
  },
};

async function killDatabase(server: OwnServer, count: number): Promise<Outcome> {
  const traffic = startTraffic(server.url, server.unitId);
  let late = 0;
  let longest = 0;
  for (let kill = 0; kill < count; kill += 1) {
    await pause(3_000 + Math.random() * 2_000);
    const processes = databaseProcesses(server);
    const at = Date.now();
    killAtOnce(processes);
    await until(() => traffic.takenSince(at) > 0, 120_000);
    const took = traffic.takenSince(at) - at;
    if (took > backWithinMs) late += 1;
    longest = Math.max(longest, took);
  }
  await traffic.stop();
  const found = await compare(traffic.ledger, server.ownerUrl);
  for (const it of traffic.strangers) process.stderr.write(`  strange: ${it}\n`);
  const { strange, ...counts } = traffic.counts;
  const { filings, dispatches, notes } = traffic.ledger;
  return {
    done: count,
    wrong: { ...found, 'back after more than 10 s': late, strange },
    seen: {
      ...counts,
      'filings acknowledged': [...filings.values()].filter(Boolean).length,
      'steps acknowledged': dispatches.size + [...notes.values()].filter(Boolean).length,
    },
    longestMs: { 'until a form was taken again': longest },
  };
}

async function carelessly(server: OwnServer): Promise<Outcome> {
  await withClient(server.adminUrl, async (client) => {
    await client.query('ALTER SYSTEM SET synchronous_commit = off');
    await client.query(`ALTER SYSTEM SET wal_writer_delay = '10s'`);
    await client.query('SELECT pg_reload_conf()');
  });
  const outcome = await untilFound(6, 'lost', () => killDatabase(server, 1));
  await withClient(server.adminUrl, async (client) => {
    await client.query('ALTER SYSTEM RESET ALL');
    await client.query('SELECT pg_reload_conf()');
  });
  return outcome;
}

import { setTimeout as pause } from 'node:timers/promises';
import { NONE } from '@/scripts/checks/test-server';
import { startChild } from '@/scripts/launcher/child';
import { type Cluster, joinCluster } from '@/scripts/launcher/cluster';
import { atEnd } from '@/scripts/launcher/ending';
import { passingData } from '@/scripts/launcher/passing-data';
import { freePort } from '@/scripts/launcher/port';
import { haveClient } from '@/scripts/launcher/prisma-client';
import { withClient } from '@/scripts/launcher/with-client';
import { compare } from './ledger';
import type { Outcome } from './outcome';
import { until } from './own-server';
import { type PlainProxy, plainProxy } from './plain-proxy';
import { startReaders } from './readers';
import { startTraffic } from './traffic';

/** A web process or a worker. */
export interface Part {
  /** Ends it and starts it anew. @param folder of the code, where it is another's from now on. */
  restart(folder?: string): Promise<void>;
  stop(): Promise<void>;
}

/** Two web processes and two workers on one database. */
export interface Site {
  ownerUrl: string;
  unitId: string;
  ports: number[];
  webs: Part[];
  workers: Part[];
  stop(): Promise<void>;
}

/** An empty PostgreSQL for one run, and what takes it away. */
export async function passingCluster(): Promise<Cluster> {
  const place = passingData();
  await haveClient();
  const cluster = await joinCluster(place.path);
  const leave = async () => {
    await cluster.leave();
    await place.remove();
  };
  const forget = atEnd(leave);
  return {
    ...cluster,
    leave: async () => {
      forget();
      await leave();
    },
  };
}

/** @param folder of the code they run, where it is not this project's own. */
export async function twoOfEach(ownerUrl: string, folder?: string): Promise<Site> {
  const parts: Part[] = [];
  const folders: ReturnType<typeof passingData>[] = [];
  const stop = async () => {
    await Promise.all(parts.splice(0).map((it) => it.stop()));
    for (const it of folders.splice(0)) await it.remove();
  };
  const forget = atEnd(stop);
  const part = async (name: 'web' | 'worker', port: number): Promise<Part> => {
    const data = passingData();
    folders.push(data);
    const settings = {
      ...NONE,
      ...{ HOST: '127.0.0.1', PORT: `${port}`, HUIYIN_DATA: data.path, HUIYIN_DEMO: '1' },
      ...{ DATABASE_URL: ownerUrl, HUIYIN_TRUSTED_PROXIES: '127.0.0.1' },
      ...{ HUIYIN_SECRET: 'of two that are restarted in turn, known to all', LOG_LEVEL: 'silent' },
      ...{ HUIYIN_WEB_PROCESSES: '1' },
    };
    const start = (code?: string) =>
      startChild(['scripts/start.mjs', name], settings, 60_000, () => {}, code);
    let child = start(folder);
    await child.ready;
    const made: Part = {
      async restart(code) {
        await child.stop();
        child = start(code);
        await child.ready;
        if (name === 'web') await serving(port);
      },
      stop: () => child.stop(),
    };
    parts.push(made);
    return made;
  };
  const ports = [await freePort(), await freePort()];
  const webs = [await part('web', ports[0] ?? 0), await part('web', ports[1] ?? 0)];
  const workers = [await part('worker', await freePort()), await part('worker', await freePort())];
  const unitId = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(`SELECT id FROM "Unit" WHERE code = 'liuwan'`);
    return rows[0].id as string;
  });
  return {
    ...{ ownerUrl, unitId, ports, webs, workers },
    stop: async () => {
      forget();
      await stop();
    },
  };
}

/** As whoever shares requests asks. */
async function serving(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready?serving`).catch(() => null);
    if (answer?.ok) return;
    await pause(200);
  }
}

/** People who file, work and read, behind a plain proxy. */
export interface Busy {
  /** Until a form was taken that was sent from now on. */
  taken(): Promise<void>;
}

/**
 * What people see while something is done to the processes, and what is there afterwards.
 *
 * @param passesOn false: the proxy goes to no other process, as a control.
 */
export async function whileBusy(
  site: Site,
  work: (busy: Busy) => Promise<void>,
  passesOn = true,
): Promise<Outcome> {
  const proxy: PlainProxy = await plainProxy(site.ports, passesOn);
  const traffic = startTraffic(proxy.url, site.unitId, 2);
  const readers = await startReaders(proxy.url);
  const taken = async () => {
    const from = Date.now();
    await until(() => traffic.takenSince(from) > 0);
  };
  await taken();
  const at = Date.now();
  await work({ taken });
  const took = Date.now() - at;
  await traffic.stop();
  await readers.stop();
  const { shownMs, failed } = readers.since(at);
  const found = await compare(traffic.ledger, site.ownerUrl);
  const twice = await doneTwice(site.ownerUrl, new Date(at));
  for (const it of [...traffic.strangers, ...failed]) process.stderr.write(`  ${it}\n`);
  for (const it of traffic.refusals()) process.stderr.write(`  ${JSON.stringify(it)}\n`);
  const errors = proxy.failed();
  await proxy.close();
  return {
    done: 1,
    wrong: {
      ...found,
      'done twice by two workers': twice,
      'errors of the proxy': errors,
      'forms not taken at once': traffic.refusals().length + traffic.counts.strange,
      'pages not shown': failed.length,
    },
    seen: {
      'filings acknowledged': [...traffic.ledger.filings.values()].filter(Boolean).length,
      'sent again for want of an answer': traffic.counts['sent again'],
      'pages shown': shownMs.length,
    },
    longestMs: { 'all four': took, 'a form': traffic.longestMs() },
  };
}

/** Steps of the system since a moment that stand twice in one case within a minute, alike in every word. */
const doneTwice = (ownerUrl: string, since: Date): Promise<number> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         SELECT FROM "Event" WHERE "actorKind" = 'system' AND "recordedAt" > $1
         GROUP BY "appealId", verb, round, data::text, date_trunc('minute', "recordedAt")
         HAVING count(*) > 1) twice`,
      [since],
    );
    return rows[0]?.count ?? 0;
  });

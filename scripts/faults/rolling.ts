import { setTimeout as pause } from 'node:timers/promises';
import { NONE } from '@/scripts/checks/test-server';
import { startChild } from '@/scripts/launcher/child';
import { joinCluster } from '@/scripts/launcher/cluster';
import { atEnd } from '@/scripts/launcher/ending';
import { passingData } from '@/scripts/launcher/passing-data';
import { freePort } from '@/scripts/launcher/port';
import { haveClient } from '@/scripts/launcher/prisma-client';
import { withClient } from '@/scripts/launcher/with-client';
import type { Fault } from './frame';
import { compare } from './ledger';
import type { Outcome } from './outcome';
import { until } from './own-server';
import { type PlainProxy, plainProxy } from './plain-proxy';
import { startReaders } from './readers';
import { startTraffic } from './traffic';

/**
 * Two web processes and two workers on one PostgreSQL, behind a plain proxy: each is restarted in turn while people
 * file, work and read, and nobody may notice.
 */
export const rolling: Fault = {
  of: 'rounds of restarts',
  usual: 10,
  portion: 1,
  async start() {
    const site = await twoOfEach();
    return {
      ownerUrl: site.ownerUrl,
      run: (rounds) => restart(site, rounds, true),
      controls: {
        'a proxy that does not go to the next': () => restart(site, 1, false),
      },
      close: site.stop,
    };
  },
};

interface Part {
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Site {
  ownerUrl: string;
  unitId: string;
  ports: number[];
  webs: Part[];
  workers: Part[];
  stop(): Promise<void>;
}

async function twoOfEach(): Promise<Site> {
  const place = passingData();
  await haveClient();
  const cluster = await joinCluster(place.path);
  const parts: Part[] = [];
  const folders: ReturnType<typeof passingData>[] = [];
  const stop = async () => {
    await Promise.all(parts.splice(0).map((it) => it.stop()));
    await cluster.leave();
    for (const it of [...folders.splice(0), place]) await it.remove();
  };
  atEnd(stop);
  const part = async (name: 'web' | 'worker', port: number): Promise<Part> => {
    const data = passingData();
    folders.push(data);
    const settings = {
      ...NONE,
      ...{ HOST: '127.0.0.1', PORT: `${port}`, HUIYIN_DATA: data.path, HUIYIN_DEMO: '1' },
      ...{ DATABASE_URL: cluster.ownerUrl, HUIYIN_TRUSTED_PROXIES: '127.0.0.1' },
      ...{ HUIYIN_SECRET: 'of two that are restarted in turn, known to all', LOG_LEVEL: 'silent' },
      ...{ HUIYIN_WEB_PROCESSES: '1' },
    };
    const start = () => startChild(['scripts/start.mjs', name], settings, 60_000, () => {});
    let child = start();
    await child.ready;
    const made: Part = {
      async restart() {
        await child.stop();
        child = start();
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
  const { ownerUrl } = cluster;
  const unitId = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(`SELECT id FROM "Unit" WHERE code = 'liuwan'`);
    return rows[0].id as string;
  });
  return { ownerUrl, unitId, ports, webs, workers, stop };
}

/** As whoever shares requests asks. */
async function serving(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready?serving`).catch(() => null);
    if (answer?.ok) return;
    await pause(200);
  }
}

async function restart(site: Site, rounds: number, passesOn: boolean): Promise<Outcome> {
  const proxy: PlainProxy = await plainProxy(site.ports, passesOn);
  const traffic = startTraffic(proxy.url, site.unitId, 2);
  const readers = await startReaders(proxy.url);
  await until(() => traffic.takenSince(0) > 0);
  const at = Date.now();
  for (let round = 0; round < rounds; round += 1) {
    for (const it of [...site.webs, ...site.workers]) {
      await it.restart();
      const back = Date.now();
      await until(() => traffic.takenSince(back) > 0);
    }
  }
  const took = Date.now() - at;
  await traffic.stop();
  await readers.stop();
  const { shownMs, failed } = readers.since(at);
  const found = await compare(traffic.ledger, site.ownerUrl);
  const twice = await sentTwice(site.ownerUrl, new Date(at));
  for (const it of [...traffic.strangers, ...failed]) process.stderr.write(`  ${it}\n`);
  for (const it of traffic.refusals()) process.stderr.write(`  ${JSON.stringify(it)}\n`);
  const errors = proxy.failed();
  await proxy.close();
  return {
    done: rounds,
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
    longestMs: { 'a round of four restarts': took / rounds, 'a form': traffic.longestMs() },
  };
}

/** Steps of the system since a moment that stand twice in one case within a minute, alike in every word. */
const sentTwice = (ownerUrl: string, since: Date): Promise<number> =>
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

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withClient } from '@/scripts/launcher/with-client';
import { badClients, cutOff, slowBody, slowHead } from './bad-clients';
import type { Fault } from './frame';
import { compare } from './ledger';
import { nothing, type Outcome, plus } from './outcome';
import { type OwnServer, ownServer, until } from './own-server';
import { formWith, PaperBrowser } from './paper-browser';
import { startReaders } from './readers';
import { startTraffic } from './traffic';

const kinds = ['locked', 'connections', 'slow', 'cut-off'] as const;
type Kind = (typeof kinds)[number];

/** So long it is held up. */
const heldMs = 20_000;
/** Within so long afterwards everything must be as before. */
const backWithinMs = 30_000;

/**
 * A table nobody may write to so that every connection waits, a PostgreSQL without a connection left, hundreds of clients that send a byte
 * a second, and photos cut off half-way: in turn, while people file, work and read.
 */
export const holdUps: Fault = {
  of: 'hold-ups',
  usual: 12,
  portion: 4,
  async start() {
    const server = await ownServer();
    return {
      ownerUrl: server.ownerUrl,
      run: async (count, from) => {
        let outcome = nothing;
        for (let nth = from; nth < from + count; nth += 1) {
          outcome = plus(outcome, await holdUp(server, kinds[nth % kinds.length] ?? 'slow'));
        }
        return outcome;
      },
      controls: {
        'a lock that nobody lets go': () => holdUp(server, 'locked', true),
        'clients that do not leave': () => holdUp(server, 'slow', true),
      },
      close: server.stop,
    };
  },
};

/** Something that holds people up, until it is let go. */
interface Obstacle {
  letGo(): Promise<void>;
  /** What is still held of it. */
  left(): number;
  seen?(): Record<string, number>;
}

/** @param keeps the obstacle stays, as a control. */
async function holdUp(server: OwnServer, kind: Kind, keeps = false): Promise<Outcome> {
  // More than there are connections, where each of them is to wait.
  const residents = kind === 'locked' ? 24 : 3;
  const traffic = startTraffic(server.url, server.unitId, residents);
  const readers = await startReaders(server.url);
  await until(() => traffic.takenSince(0) > 0);
  const begun = Date.now();
  const obstacle = await obstacles[kind](server);
  await pause(heldMs);
  const { shownMs, failed } = readers.since(begun);
  const at = Date.now();
  if (!keeps) await obstacle.letGo();
  const isBack = async () =>
    traffic.takenSince(at) > 0 &&
    obstacle.left() === 0 &&
    readers.since(at).shownMs.length > 3 &&
    (await idleInTransaction(server)) === 0 &&
    comingIn(server) === 0;
  while (!(await isBack()) && Date.now() - at < (keeps ? backWithinMs / 2 : 3 * backWithinMs)) {
    await pause(100);
  }
  const back = await isBack();
  const took = Date.now() - at;
  const left = obstacle.left();
  const seen = obstacle.seen?.() ?? {};
  if (keeps) await obstacle.letGo();
  await traffic.stop();
  await readers.stop();
  const found = await compare(traffic.ledger, server.ownerUrl);
  const unclear = traffic
    .refusals()
    .filter((it) => it.status !== 503 || !it.advises || !it.retryAfter);
  for (const it of traffic.strangers) tell(`${kind}: ${it}`);
  for (const it of unclear) tell(`${kind}: unclear ${JSON.stringify(it)}`);
  tell(`${kind}: back after ${took} ms`);
  const ofBad = kind === 'slow' || kind === 'cut-off';
  const slowest = shownMs.toSorted((a, b) => a - b)[Math.floor(shownMs.length * 0.95)] ?? 0;
  return {
    done: 1,
    wrong: {
      ...found,
      'not back after 30 s': back && took <= backWithinMs ? 0 : 1,
      'still held': left,
      'refused unclearly': unclear.length + traffic.counts.strange,
      // Whoever waits for a lock waits; bad clients are no reason to keep others from reading.
      'pages not shown beside bad clients': ofBad ? failed.length : 0,
    },
    seen: {
      'filings acknowledged': [...traffic.ledger.filings.values()].filter(Boolean).length,
      'forms refused': traffic.refusals().length,
      'sent again': traffic.counts['sent again'],
      'pages shown meanwhile': shownMs.length,
      'pages not shown meanwhile': failed.length,
      ...seen,
    },
    longestMs: {
      [`until all was as before, ${kind}`]: took,
      [`95th of pages shown meanwhile, ${kind}`]: slowest,
    },
  };
}

const obstacles: Record<Kind, (server: OwnServer) => Promise<Obstacle>> = {
  async locked({ ownerUrl }) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE "Draft" IN ACCESS EXCLUSIVE MODE');
    let held = 1;
    return {
      left: () => held,
      async letGo() {
        await client.query('ROLLBACK');
        await client.end();
        held = 0;
      },
    };
  },
  async connections({ adminUrl, ownerUrl }) {
    const held: pg.Client[] = [];
    let most = 0;
    // Those that lie idle are closed by and by, and taken here.
    let stopping = false;
    const takeAll = async () => {
      while (!stopping) {
        const client = new pg.Client({ connectionString: ownerUrl });
        client.on('error', () => {});
        const taken = await client.connect().then(
          () => held.push(client),
          () => 0,
        );
        most = Math.max(most, held.length);
        if (taken === 0) await pause(20);
      }
    };
    const taking = takeAll();
    // Some of those in use end, as a server in need ends them.
    await withClient(adminUrl, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'huiyin_web'`,
      ),
    );
    return {
      left: () => held.length,
      seen: () => ({ 'connections taken': most }),
      async letGo() {
        stopping = true;
        await taking;
        await Promise.all(held.splice(0).map((it) => it.end().catch(() => {})));
      },
    };
  },
  async slow(server) {
    const cookie = await somebody(server.url);
    const heads = badClients(server.url, 300, slowHead);
    const bodies = badClients(server.url, 100, slowBody(cookie));
    return {
      left: () => heads.held() + bodies.held(),
      seen: () => ({
        'slow clients': 400,
        'slow heads the server ended itself': heads.ended(),
        'slow forms the server ended itself': bodies.ended(),
      }),
      async letGo() {
        heads.leave();
        bodies.leave();
      },
    };
  },
  async 'cut-off'(server) {
    const cookie = await somebody(server.url);
    const all = badClients(server.url, 100, cutOff(cookie));
    return {
      left: () => all.held(),
      seen: () => ({ 'photos cut off': 100 }),
      letGo: async () => all.leave(),
    };
  },
};

/** Transactions of the web that have been open for long and wait for nobody but whoever forgot them. */
const idleInTransaction = ({ adminUrl }: OwnServer): Promise<number> =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE usename = 'huiyin_web'
       AND state = 'idle in transaction' AND state_change < clock_timestamp() - interval '5 s'`,
    );
    return rows[0]?.count ?? 0;
  }).catch(() => 1);

/** Files of photos that are still coming in. */
function comingIn({ data }: OwnServer): number {
  try {
    return readdirSync(join(data, 'photos', 'incoming')).length;
  } catch {
    return 0;
  }
}

/** The cookie of a browser in which something has been written. */
async function somebody(url: string): Promise<string> {
  const browser = new PaperBrowser(url, '10.60.1.1');
  const page = await browser.open('/file');
  const form = page.kind === 'page' ? formWith(page.text, 'what', { what: '有照片' }) : null;
  if (form) await browser.send('/file', form);
  return browser.cookie();
}

const tell = (line: string) => process.stderr.write(`  ${line}\n`);

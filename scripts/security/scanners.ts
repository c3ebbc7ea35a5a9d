import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '@/scripts/faults/frame';
import { nothing, type Outcome } from '@/scripts/faults/outcome';
import { atEnd } from '@/scripts/launcher/ending';
import { root } from '@/scripts/launcher/root';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import { endsTheWorld } from '@/tests/support/attack/fuzz';
import type { Calling } from '@/tests/support/matrix/calls';
import { eachOf } from '@/tests/support/served/ask';
import { ownWorld } from './own-world';
import { type Front, type Hole, openFront } from './scanners/front';
import { type AskedBy, actionQuestions, pageQuestions } from './scanners/questions';
import { ffuf, needScanners, type Scanned, sqlmap, wapiti } from './scanners/tools';

const some = 12;
/** Statements of sqlmap take most of a processor themselves. */
const sqlmapsAtOnce = 2;

interface Stand {
  front: Front;
  calling: Calling;
  port: number;
  folder: string;
}

/** One scan by one of the scanners. */
interface Look {
  name: string;
  by: (stand: Stand) => Promise<Scanned & { seen?: Record<string, number> }>;
}

/** Address patterns of the build and files laid out for all, as what may be answered. */
function known({ entries }: Calling): (path: string) => boolean {
  const patterns = [...entries.pages, ...entries.handlers].map(
    (it) => new RegExp(`^${it.replace(/\[\w+\]/g, '[^/]+')}/?$`),
  );
  const files = new Set(readdirSync(join(root, 'public')).map((it) => `/${it}`));
  return (path) => {
    const bare = new URL(`http://here${path}`).pathname.replace(/\/{2,}/g, '/');
    return files.has(bare) || patterns.some((it) => it.test(bare));
  };
}

const cookieFor = ({ world }: Calling, name: string): string =>
  world.callers.find((it) => it.name === name)?.cookie ?? '';

const words = (below: string, list: string, endings = ''): Look => ({
  name: `ffuf below ${below}`,
  by: ({ front, calling, port, folder }) => {
    front.lead(port, '');
    return ffuf(front.url, { below, list, endings }, known(calling), folder);
  },
});

const followed = (by: string, starts: (calling: Calling) => string[]): Look => ({
  name: `wapiti as ${by}`,
  async by({ front, calling, port, folder }) {
    front.lead(port, cookieFor(calling, by));
    const extent = { crawlSeconds: 90, attackSeconds: 40, starts: starts(calling) };
    return wapiti(front.url, extent, folder);
  },
});

/** Each caller has a front of their own here: several are asked at once. */
async function injected(asked: readonly AskedBy[], { calling, port, folder }: Stand) {
  const found: Scanned = { grave: [], slight: [] };
  let sent = 0;
  await eachOf(
    asked,
    async ({ by, raw }) => {
      const own = await openFront(endsTheSession(calling));
      own.lead(port, cookieFor(calling, by));
      const it = await sqlmap(own.url, raw, mkdtempSync(join(folder, 'sqlmap-')));
      const { failed, signedOut, requests } = own.passed();
      await own.close();
      sent += requests;
      found.grave.push(...it.grave, ...failed.map((one) => `${one}, asked by ${raw.name}`));
      found.slight.push(...it.slight);
      if (signedOut > 0)
        found.slight.push(`${raw.name}: led to sign in by ${by}, ${signedOut} of ${requests}`);
    },
    sqlmapsAtOnce,
  );
  return { ...found, seen: { 'requests changed by sqlmap': asked.length, 'sent by sqlmap': sent } };
}

const caseOf = ({ world }: Calling): string =>
  world.cases.find(({ name }) => name === 'own')?.caseNumber ?? '';

const looks: readonly Look[] = [
  words('/', 'big', '.bak'),
  words('/', 'common', '.bak,.sql,.json,.map,.php,.zip'),
  words('/.', 'common'),
  words('/api/', 'common'),
  words('/admin/', 'common'),
  words('/_next/', 'common', '.json,.js,.map'),
  words('/desk/', 'common'),
  followed('stranger', () => ['/file', '/track', '/open', '/open/cases', '/answers', '/mine']),
  followed('resident with the link', (it) => [`/follow/${caseOf(it)}`]),
  followed('handler', (it) => ['/desk', '/desk/search?words=Zq', `/appeals/${caseOf(it)}`]),
  followed('dispatcher', (it) => ['/desk', `/appeals/${caseOf(it)}`]),
  { name: 'sqlmap over pages', by: (it) => injected(pageQuestions(it.calling), it) },
  {
    name: 'sqlmap over forms',
    by: async (it) => injected(await actionQuestions(it.calling), it),
  },
  followed('administrator', () => ['/admin', '/admin/people', '/admin/units']),
  followed('supervisor', () => ['/supervision', '/supervision/cases?list=open']),
];

/** Whether a form is of an action that ends sessions or rights, by its id in the build. */
function endsTheSession({ entries }: Calling): (body: Buffer) => boolean {
  const ids = [...entries.actions]
    .filter(([name]) => endsTheWorld.test(name))
    .map(([, { id }]) => id);
  return (body) => ids.some((id) => body.includes(id));
}

/** How often each kind came, as what stands before the first colon names it. */
function kindsOf(found: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const it of found) {
    const kind = it.split(': ')[0] ?? it;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`);
}

async function lookWith(look: Look, stand: Stand): Promise<Outcome> {
  const { front } = stand;
  front.passed();
  const at = Date.now();
  const { grave, slight, seen } = await look.by(stand);
  const { requests, failed, turnedAway, signedOut } = front.passed();
  const seconds = Math.round((Date.now() - at) / 1000);
  say(`  ${look.name}: ${requests} requests in ${seconds} s`);
  for (const it of [...grave, ...failed].slice(0, some)) say(`    GRAVE ${it.slice(0, 400)}`);
  for (const it of kindsOf(slight)) say(`    ${it}`);
  writeFileSync(
    join(stand.folder, 'found.json'),
    JSON.stringify({ grave, failed, slight }, null, 1),
  );
  return {
    ...nothing,
    done: 1,
    wrong: { 'grave findings': grave.length, 'answers of 500 and more': failed.length },
    seen: {
      ...seen,
      ...{ 'slight findings': slight.length, requests },
      ...{ 'turned away': turnedAway, 'led to sign in': signedOut },
    },
  };
}

/** The same server with holes: a file left lying about, what was asked for told as it came, and put into a statement as it came. */
const holes =
  (ownerUrl: string): Hole =>
  async (path, to) => {
    const { pathname, searchParams } = new URL(path, 'http://here');
    if (pathname === '/backup.sql') return told(to, 'INSERT INTO people …');
    const number = searchParams.get('number');
    if (pathname !== '/lookup' || number === null) return false;
    const rows = await withClient(ownerUrl, (client) =>
      client.query(`SELECT status::text FROM "Appeal" WHERE "caseNumber" = '${number}'`),
    ).then(
      (found) => found.rows.map(({ status }) => status).join(', '),
      (error: Error) => `ERROR: ${error.message}`,
    );
    return told(to, `<!doctype html><title>x</title><p>${number}: ${rows}</p>`);
  };

function told(to: ServerResponse, what: string): true {
  to.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(what);
  return true;
}

/** Scanners anybody may turn on a county, turned on one: Debian's ffuf, wapiti and sqlmap. */
export const scanners: Fault = {
  of: 'scans',
  usual: looks.length,
  portion: 1,
  async start() {
    needScanners();
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-scans-'));
    atEnd(async () => rmSync(folder, { recursive: true, force: true }));
    const { ownerUrl, calling, close } = await ownWorld({ HUIYIN_TRUSTED_PROXIES: '127.0.0.1' });
    const port = Number(new URL(calling.origin).port);
    const front = await openFront(endsTheSession(calling));
    const standIn = (name: string, before: Front): Stand => ({
      ...{ front: before, calling, port, folder: mkdtempSync(join(folder, `${name}-`)) },
    });
    const control = (look: (url: string, into: string) => Promise<Scanned>) => async () => {
      const holed = await openFront(endsTheSession(calling), holes(ownerUrl));
      holed.lead(port, '');
      const { grave } = await look(holed.url, mkdtempSync(join(folder, 'control-')));
      await holed.close();
      return { ...nothing, wrong: { 'grave findings': grave.length } };
    };
    const lookup = (url: string) => ({
      name: '/lookup',
      method: 'GET',
      path: '/lookup?number=20261130-1',
      headers: { host: new URL(url).host },
      body: '',
    });
    return {
      ownerUrl,
      run: async (_, from) => {
        const look = looks[from % looks.length];
        if (!look) throw new Error('no scans');
        return lookWith(look, standIn('scan', front));
      },
      controls: {
        'a copy of the database left lying about': control((url, into) =>
          ffuf(url, { below: '/', list: 'common', endings: '.sql' }, known(calling), into),
        ),
        'what was asked for told as it came': control((url, into) =>
          wapiti(
            url,
            { starts: ['/lookup?number=1'], crawlSeconds: 10, attackSeconds: 20, alone: true },
            into,
          ),
        ),
        'what was asked for put into a statement': control((url, into) =>
          sqlmap(url, lookup(url), into),
        ),
      },
      close: async () => {
        await front.close();
        await close();
      },
    };
  },
};

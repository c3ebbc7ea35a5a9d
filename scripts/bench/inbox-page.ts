import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { haveBuild } from '@/scripts/launcher/build';
import { startChild } from '@/scripts/launcher/child';
import { freePort } from '@/scripts/launcher/port';
import { runScript } from '@/scripts/launcher/refusal';
import { root } from '@/scripts/launcher/root';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import { type BareRow, bodyOf, buildBarePage } from './bare-page';
import { fill } from './inbox-cases';
import { ownCounty } from './own-county';

/**
 * How many times a second the inbox of a unit with 2,000 open cases is served, against bare pages of the same
 * framework with the same 25 rows, once as they stand in our page and once as plain text: all in production,
 * turn by turn in one run, 16 at a time.
 */

const clients = 16;
const windowMs = 5_000;
const turns = 5;
const agent = new Agent({ keepAlive: true, maxSockets: clients });

await runScript(async () => {
  const { ownerUrl, webUrl } = await ownCounty();
  const { installCast } = await import('@/prisma/seed/install-cast');
  const cast = await installCast();
  const here = cast.units.get('liuwan') ?? '';
  await withClient(ownerUrl, async (client) => {
    await fill(client, 2_000, [here]);
    await fill(
      client,
      20_000,
      [...cast.units.values()].filter((it) => it !== here),
    );
    await client.query('ANALYZE');
  });
  await haveBuild();
  const [ours, bare] = [await freePort(), await freePort()];
  const web = startChild(['scripts/web.mjs'], {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(ours),
    DATABASE_URL: '',
    DATABASE_APP_URL: webUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  });
  await web.ready;
  const inbox = `http://127.0.0.1:${ours}/desk`;
  const person = cast.actors.get('zhaolimin');
  const body = bodyOf(await served(inbox, await cookieOf(person?.personId ?? '')));
  const folder = await buildBarePage(await rowsOf(person), body);
  const next = join(root, 'node_modules/next/dist/bin/next');
  const floor = startChild([next, 'start', folder, '-H', '127.0.0.1', '-p', String(bare)], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  const floors = ['whole', 'plain'].map((name) => `http://127.0.0.1:${bare}/${name}`);
  for (const url of floors) await served(url, '');

  for (const login of ['zhaolimin', 'wangxiulan']) {
    const cookie = await cookieOf(cast.actors.get(login)?.personId ?? '');
    const pages = [[inbox, cookie] as const, ...floors.map((url) => [url, ''] as const)];
    const seen: number[][] = pages.map(() => []);
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const [nth, [url, as]] of pages.entries()) {
        const rate = await perSecond(url, as);
        // The first turn only warms them up.
        if (turn > 0) seen[nth]?.push(rate);
      }
    }
    const [a = 0, whole = 1, plain = 1] = seen.map(median);
    say(
      `${login}: ${a.toFixed(0)} inboxes a second; bare pages with the same rows ${whole.toFixed(0)}: ` +
        `${(a / whole).toFixed(2)}; with their text alone ${plain.toFixed(0)}: ${(a / plain).toFixed(2)}`,
    );
  }
  await Promise.all([web.stop(), floor.stop()]);
  return 0;
});

type Person = import('@/lib/people/actor').PersonActor;

async function rowsOf(actor: Person | undefined): Promise<BareRow[]> {
  const { readInbox } = await import('@/lib/appeals/queries/inbox');
  if (!actor) throw new Error('nobody to read for');
  const { rows } = await readInbox(actor, 'unit', 'mine', null, 'Asia/Shanghai');
  return rows.map((it) => ({
    due: it.dueAt?.toISOString() ?? '',
    title: it.title,
    place: it.place,
    status: it.status,
    number: it.caseNumber,
    next: it.verb,
  }));
}

async function cookieOf(personId: string): Promise<string> {
  const { encode } = await import('next-auth/jwt');
  const { openSession } = await import('@/lib/auth/session-rows');
  const door = await import('@/lib/auth/session-cookie');
  const token = { sub: await openSession(personId) };
  const secret = door.sessionSecret();
  const value = await encode({ token, secret, maxAge: door.sessionSeconds });
  return `${door.sessionCookieName()}=${value}`;
}

function ask(url: string, cookie: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: cookie ? { cookie } : {} }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
    });
    request.on('error', reject);
  });
}

/** Asked until it is there; anything but the page itself is a fault of the measurement. */
async function served(url: string, cookie: string): Promise<string> {
  for (let left = 100; ; left -= 1) {
    const answer = await ask(url, cookie).catch(() => null);
    if (answer?.status === 200 && answer.text.length > 2_000) return answer.text;
    if (left === 0) throw new Error(`${url} answers ${answer?.status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function perSecond(url: string, cookie: string): Promise<number> {
  const start = performance.now();
  let answered = 0;
  const client = async () => {
    while (performance.now() - start < windowMs) {
      const { status } = await ask(url, cookie);
      if (status !== 200) throw new Error(`${url} answers ${status}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (answered * 1000) / (performance.now() - start);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

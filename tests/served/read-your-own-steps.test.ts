import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { closeLimiter } from '@/lib/auth/limiter';
import { sessionSeconds, sessionSecret } from '@/lib/auth/session-cookie';
import { openSession } from '@/lib/auth/session-rows';
import { mintResident } from '@/lib/people/actor';
import { person, readyIn, unitId } from '../support/county';
import { type OwnCluster, ownCluster } from '../support/own-cluster';
import { asking } from '../support/served/ask';
import { callAction } from '../support/served/call-action';
import { entriesOfTheBuild } from '../support/served/entries';
import { startWeb, type Web } from '../support/served/web';
import { type Standby, standbyOf } from '../support/standby';

/** Two web processes of the production server, the database and a standby, over HTTP. */

const token = 'figures for the tests of the replica';
let own: OwnCluster;
let standby: Standby;
let webs: Web[];
let asks: ReturnType<typeof asking>[];

beforeAll(async () => {
  own = await ownCluster(['synchronous_commit=on']);
  process.env.HUIYIN_DATA = own.data;
  await readyIn(async () => {});
  standby = await standbyOf(own.cluster);
  await standby.start();
  const settings = { DATABASE_REPLICA_URL: standby.webUrl, HUIYIN_METRICS_TOKEN: token };
  webs = [await startWeb(settings), await startWeb(settings)];
  asks = webs.map(({ port }) => asking(port));
});
afterAll(async () => {
  for (const { close } of asks ?? []) close();
  for (const web of webs ?? []) await web.stop();
  await closeLimiter();
  await standby?.remove();
  await own?.remove();
});

async function sessionOf(login: string): Promise<string> {
  const sub = await openSession(person(login).personId, null);
  const cookie = { token: { sub }, secret: sessionSecret(), maxAge: sessionSeconds };
  return `huiyin.session=${await encode(cookie)}`;
}

async function page(nth: 0 | 1, path: string, cookie: string, language = 'zh') {
  const answer = await asks[nth]?.ask(path, { headers: { cookie, 'accept-language': language } });
  expect(answer?.status).toBe(200);
  return answer?.body ?? '';
}

async function file(place: string): Promise<string> {
  const input = { what: '楼道的灯坏了三天了', place, name: '周小满', phone: '13812345678' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  return filed.caseNumber;
}

test.each(['plain', 'scripted'] as const)(
  'a form sent %s to one process: the next page, of another process, shows what it did',
  async (way) => {
    const caseNumber = await file(`先见里 ${way}`);
    await standby.caughtUp();
    await standby.ask('SELECT pg_wal_replay_pause()');
    const session = await sessionOf('chenjing');
    const { port = 0 } = webs[0] ?? {};
    const { actions } = entriesOfTheBuild();
    const answer = await callAction(asks[0]?.ask ?? expect.fail(), way, {
      id: actions.get('app/actions/appeals.ts takeStep')?.id ?? '',
      page: `/appeals/${caseNumber}/dispatch`,
      given: {
        bound: ['desk', 'dispatch', caseNumber],
        fields: { unitId: unitId('liuwan'), urgency: 'ordinary' },
        state: true,
      },
      cookie: session,
      origin: `http://127.0.0.1:${port}`,
    });
    const { location, 'x-action-redirect': led } = answer.headers;
    expect(`${led ?? location}`).toContain(`/appeals/${caseNumber}?done=dispatch`);
    const set = (answer.headers['set-cookie'] ?? []).filter((it) => it.includes('huiyin.wrote='));
    expect(set).toHaveLength(1);
    expect(set[0]).toMatch(/HttpOnly/i);
    const mark = set[0]?.split(';')[0];
    const dispatched = `/desk/search?words=${encodeURIComponent(`先见里 ${way}`)}&status=dispatched`;
    expect(await page(1, dispatched, `${session}; ${mark}`)).toContain(caseNumber);
    expect(await page(0, dispatched, `${session}; ${mark}`)).toContain(caseNumber);
    // Control: without what the answer to the form brought, the standby answers, which has no such step.
    expect(await page(1, dispatched, session)).not.toContain(caseNumber);
    await standby.ask('SELECT pg_wal_replay_resume()');
    await standby.caughtUp();
    expect(await page(1, dispatched, `${session}; ${mark}`)).toContain(caseNumber);
  },
);

test('asking alone brings no mark, and what pages read is counted by where it came from', async () => {
  const session = await sessionOf('zhoumin');
  const answer = await asks[0]?.ask('/supervision', { headers: { cookie: session } });
  expect(answer?.status).toBe(200);
  expect(answer?.headers['set-cookie'] ?? []).toEqual([]);
  const headers = { authorization: `Bearer ${token}` };
  const { body: figures = '' } = (await asks[0]?.ask('/api/metrics', { headers })) ?? {};
  expect(figures).toMatch(/huiyin_readings_total\{[^}]*from="replica"[^}]*\} [1-9]/);
  expect(figures).toMatch(/huiyin_replica_lag_seconds\S* \d/);
  const ready = JSON.parse((await asks[0]?.ask('/api/ready'))?.body ?? '{}');
  expect(ready).toMatchObject({ replica: 'ok', replicaLagSeconds: expect.any(Number) });
});

test('pages say of when their figures are once the standby is some seconds behind', async () => {
  const session = await sessionOf('zhoumin');
  expect(await page(0, '/supervision', session)).not.toContain('本页的数和名单截至');
  await standby.ask('SELECT pg_wal_replay_pause()');
  await file('截至里');
  const options = { timeout: 30_000, interval: 500 };
  await vi.waitFor(
    async () =>
      expect(await page(0, '/supervision', session)).toMatch(/本页的数和名单截至 \d\d:\d\d:\d\d/),
    options,
  );
  expect(await page(0, '/supervision', session, 'en')).toMatch(
    /Figures and lists on this page are as of \d\d:\d\d:\d\d/,
  );
  expect(await page(0, `/desk/search?words=${encodeURIComponent('截至里')}`, session)).toContain(
    '本页的数和名单截至',
  );
  await standby.ask('SELECT pg_wal_replay_resume()');
  await standby.caughtUp();
  await vi.waitFor(
    async () => expect(await page(0, '/supervision', session)).not.toContain('本页的数和名单截至'),
    options,
  );
});

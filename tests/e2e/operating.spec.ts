// ASVS 5.0: 13.4.5, 16.2.5, 16.5.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoServer, startDemoServer } from '@/scripts/checks/demo-server';
import { withClient } from '@/scripts/launcher/with-client';
import { expect, file, isSound, staff, step, test, to, visitor } from './county';

/** Whoever keeps it running: is it well, what does it count, what does its log say, and what do people read when it fails. */

const token = 'known to everyone, for tests alone';
const canary = { name: '钱不语', phone: '13077700931', email: 'canary-7f3a@example.com' };

let server: DemoServer;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startDemoServer({
    LOG_LEVEL: 'debug',
    HUIYIN_METRICS_TOKEN: token,
    HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
  });
});
test.afterAll(() => server.stop());

/** Goes on at the server of this story. */
const here = (path: string) => `${server.url}${path}`;

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(here(path), { headers, redirect: 'manual' });

const metricsText = async () =>
  (await get('/api/metrics', { authorization: `Bearer ${token}` })).text();

/**
 * What all web processes say, each different answer once: each gives its own of the last seconds again. So many
 * questions at once are as many connections, which are handed round.
 */
async function readyEverywhere(): Promise<object[]> {
  const asked = Array.from({ length: 8 }, async () => {
    const answer = await get('/api/ready');
    return JSON.stringify({ status: answer.status, ...(await answer.json()) });
  });
  return [...new Set(await Promise.all(asked))].map((it) => JSON.parse(it));
}

/** Secrets that stand in a text. */
const found = (text: string, secrets: readonly string[]) =>
  secrets.filter((it) => text.includes(it));

test('it says in words whether it lives and is ready, and who asks each second costs nothing', async () => {
  const alive = await get('/api/health');
  expect([alive.status, await alive.json()]).toEqual([200, { alive: true }]);
  expect(alive.headers.get('cache-control')).toBe('no-store');
  const all = {
    database: 'ok',
    migrations: 'ok',
    disk: expect.any(String),
    worker: 'ok',
    seals: 'ok',
    replica: 'none',
  };
  await expect
    .poll(readyEverywhere, { timeout: 40_000 })
    .toEqual([{ status: 200, ready: true, ...all }]);
  const answers = await Promise.all(Array.from({ length: 40 }, () => get('/api/ready')));
  for (const it of answers) expect(it.status).toBe(200);
  expect(Object.keys(await (await get('/api/ready?serving')).json())).toEqual([
    ...['ready', 'database', 'migrations', 'disk'],
  ]);
});

test('each answer has a number; that of a trusted proxy is taken, a strange one is not', async () => {
  const own = (await get('/track')).headers.get('x-request-id');
  expect(own).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const given = async (id: string) =>
    (await get('/track', { 'x-request-id': id })).headers.get('x-request-id');
  expect(await given('proxy-0123456789')).toBe('proxy-0123456789');
  expect(await given('has spaces and <marks>')).not.toContain('spaces');
});

test('a walk through filing, following and the desk leaves nobody in the log or the figures', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const resident = await visitor(browser, { baseURL: server.url });
  const what = '路口的井盖一踩就翘，差点摔了';
  const { caseNumber, link } = await file(resident.page, { what, place: '柳湾路西口', ...canary });
  expect(link).toMatch(/^\/v\/[\w-]{20,}/);
  await resident.page.goto(link);
  await expect(resident.page).toHaveURL(/\/follow\//);
  await resident.close();
  const desk = await staff(browser, 'chenjing', { baseURL: server.url });
  await step(desk.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
  await desk.page.goto(`/desk/search?words=${encodeURIComponent(canary.name)}`);
  await desk.page.goto(`/appeals/${caseNumber}/reveal`);
  await desk.close();

  const secrets = [...Object.values(canary), link.slice(3), what];
  const log = server.log();
  expect(found(log, secrets)).toEqual([]);
  expect(found(log, [encodeURIComponent(canary.name)])).toEqual([]);
  // Control: these walks are in it, each with its number, and the search would find what stands there.
  const lines = log.split('\n').filter((line) => line.includes('"answered"'));
  for (const route of ['/v/[token]', '/file/check', '/appeals/[caseNumber]/[verb]', '/desk/search'])
    expect(
      lines.some((it) => it.includes(`"route":"${route}"`)),
      route,
    ).toBe(true);
  for (const line of lines) expect(JSON.parse(line).requestId).toMatch(/^[\w-]{8,}$/);
  expect(found(`${log}${canary.phone}`, secrets)).toEqual([canary.phone]);

  const figures = await metricsText();
  expect(found(figures, [...secrets, caseNumber])).toEqual([]);
  expect(figures).toMatch(
    /huiyin_steps_total\{verb="file",outcome="done",process="web(-\d)?"\} 1\b/,
  );
  expect(figures).toMatch(
    /huiyin_steps_total\{verb="dispatch",outcome="done",process="web(-\d)?"\} 1\b/,
  );
  expect(figures).toMatch(
    /huiyin_requests_total\{method="GET",route="\/v\/\[token\]",status="\d+"/,
  );
});

test('figures are for whoever has the token, of web and worker alike', async () => {
  expect((await get('/api/metrics')).status).toBe(401);
  expect((await get('/api/metrics', { authorization: `Bearer ${token}x` })).status).toBe(401);
  await expect
    .poll(metricsText, { timeout: 40_000 })
    .toMatch(/huiyin_tasks_total\{task="sweep",[^}]*process="worker"/);
  const text = await metricsText();
  for (const name of [
    ...['huiyin_request_seconds_bucket', 'huiyin_clocks_due', 'huiyin_clocks_running'],
    ...['huiyin_outbox_age_seconds', 'huiyin_outbox_dead', 'huiyin_log_sealed_timestamp_seconds'],
    ...[
      'huiyin_pulse_age_seconds{name="worker"}',
      'huiyin_queue_jobs{state="dead"',
      'huiyin_disk_free_bytes',
    ],
    ...['huiyin_pool_connections{state="used",process="web', 'huiyin_check_state{check="database"'],
    ...['process_resident_memory_bytes{process="web', 'process_resident_memory_bytes{worker="'],
  ])
    expect(text, name).toContain(name);
});

test('without the setting there are no figures', async ({ request }) => {
  const shared = process.env.HUIYIN_TEST_URL ?? '';
  const headers = { authorization: `Bearer ${token}` };
  expect((await request.get(`${shared}/api/metrics`, { headers })).status()).toBe(404);
});

test('an administrator reads what is wrong and what to do, and is told of it on every page', async ({
  browser,
}) => {
  const { page, close } = await staff(browser, 'wukai', { baseURL: server.url });
  await inDatabase(`INSERT INTO "Pulse" (name, at) VALUES ('backup', now() - interval '3 days')`);
  await expect(async () => {
    await page.goto('/admin/units');
    await expect(page.getByRole('heading', { name: '系统有 1 件事要看一看' })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await page.getByRole('link', { name: '看是什么事、怎么办' }).click();
  await expect(page.getByRole('heading', { name: '备份 — 尽快看一看' })).toBeVisible();
  await expect(page.getByText('上一次备份是 3 天前，规定不超过 2 天。')).toBeVisible();
  await expect(page.getByText(/运行 npm run backup/)).toBeVisible();
  await isSound(page);
  await close();
});

test('when the database is away people read what happened, what to do and a number, without scripts', async ({
  browser,
}) => {
  const filing = await visitor(browser, { baseURL: server.url, javaScriptEnabled: false });
  await filing.page.goto('/file');
  await filing.page.getByLabel('发生了什么事？').fill('井盖松了');
  const { page, close } = await visitor(browser, { baseURL: server.url });
  try {
    await databaseLets(false);
    await filing.page.getByRole('button', { name: '下一步：在哪里' }).click();
    await expect(filing.page.getByRole('heading', { level: 1 })).toHaveText(
      '现在连不上存放诉求的地方',
    );
    await expect(filing.page.getByText(/刚才写的还留在这一页上/)).toBeVisible();

    const away = await page.goto('/open');
    expect(away?.status()).toBe(503);
    expect(away?.headers()['retry-after']).toBe('30');
    const number = away?.headers()['x-request-id'] ?? '';
    await expect(page.getByText(number).first()).toBeVisible();
    await isSound(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await isSound(page);
    const lines = server
      .log()
      .split('\n')
      .filter((line) => line.includes(number));
    expect(lines.some((line) => line.includes('the server failed'))).toBe(true);

    await expect
      .poll(readyEverywhere, { timeout: 20_000 })
      .toMatchObject([{ status: 503, ready: false, database: 'away' }]);
    expect((await get('/api/health')).status).toBe(200);
  } finally {
    await databaseLets(true);
  }
  await expect.poll(readyEverywhere, { timeout: 20_000 }).toMatchObject([{ status: 200 }]);
  // Nothing is lost: what was written goes on from the page that said so.
  await filing.page.getByRole('button', { name: '再交一次' }).click();
  await expect(filing.page.getByLabel('在哪里？')).toBeVisible();
  await filing.page.goto('/file');
  await expect(filing.page.getByLabel('发生了什么事？')).toHaveValue('井盖松了');
  await Promise.all([close(), filing.close()]);
});

function urlFor(database: string): string {
  const { port, passwords } = JSON.parse(readFileSync(join(server.data, 'database.json'), 'utf8'));
  return `postgresql://postgres:${passwords.postgres}@127.0.0.1:${port}/${database}`;
}

const inDatabase = (sql: string) => withClient(urlFor('huiyin'), (client) => client.query(sql));

async function databaseLets(anybody: boolean): Promise<void> {
  await withClient(urlFor('postgres'), async (client) => {
    await client.query(`ALTER DATABASE huiyin ALLOW_CONNECTIONS ${anybody}`);
    if (anybody) return;
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'huiyin'`,
    );
  });
}

// ASVS 5.0: 3.2.1, 3.3.1, 3.3.2, 3.3.4, 3.4.1, 3.4.2, 3.4.3, 3.4.4, 3.4.5, 3.4.6, 3.5.1, 4.1.1, 13.4.1, 13.4.2, 13.4.3, 13.4.4, 14.2.2, 14.3.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asHttps } from '../support/attack/as-https';
import { formsFromElsewhere } from '../support/attack/elsewhere';
import { headersOfEverything } from '../support/attack/headers';
import { foreignNames, hostileHeaders } from '../support/attack/hostile';
import {
  byAnyName,
  obedient,
  trusting,
  withInlineScripts,
  withOneNonce,
  withoutHeader,
} from '../support/attack/worse';
import type { Calling } from '../support/matrix/calls';
import { watchChanges } from '../support/served/changes';
import { entriesOfTheBuild } from '../support/served/entries';
import { type Served, served } from '../support/served/served';

/** A sample of `npm run security -- --only headers`; each is followed by a server that gets it wrong. */

let here: Served;
let calling: Calling;

beforeAll(async () => {
  here = await served();
  await watchChanges();
  const { ask, world, web } = here;
  calling = { ask, world, origin: `http://127.0.0.1:${web.port}`, entries: entriesOfTheBuild() };
});
afterAll(() => here?.close());

/** Where cookies are set, and some of everything. */
const sets = (name: string) =>
  /^(\/(language|large|track|sign-in|appeals|api|follow|file)\b|app\/actions\/(sign-in|track|forget|coming))/.test(
    name,
  ) && !/ as data$/.test(name);

const open = (name: string) => /^\/(track|answers|open|api\/health) /.test(name);

it('every page, handler and action answers with its policy and what else must be on it', async () => {
  const { asked, wrong } = await headersOfEverything(calling, (name) => !/ as data$/.test(name));
  process.stdout.write(`${asked} answers looked at\n`);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(400);
});

it('by https everything says so, and cookies go by nothing else', async () => {
  const secure = await asHttps(calling);
  try {
    const { asked, wrong } = await headersOfEverything(secure, sets);
    process.stdout.write(`${asked} answers by https looked at\n`);
    expect(wrong).toEqual([]);
    const lax = await headersOfEverything({ ...calling, origin: secure.origin }, (name) =>
      /^\/(language|track) /.test(name),
    );
    const [told = ''] = [lax.wrong.join('\n')];
    expect(told).toContain('strict-transport-security: none');
    expect(told).toContain('cookie huiyin_locale has no __Host-');
    expect(told).toContain('cookie huiyin_locale goes without https');
  } finally {
    await secure.close();
  }
});

it('control: one nonce, scripts in pages, a missing header are told', async () => {
  const told = async (worse: Calling) => (await headersOfEverything(worse, open)).wrong.join('\n');
  expect(await told(calling)).toBe('');
  expect(await told(withOneNonce(calling))).toContain('a nonce that was there before');
  expect(await told(withInlineScripts(calling))).toContain(`scripts by 'unsafe-inline'`);
  for (const name of [
    ...['content-security-policy', 'x-content-type-options', 'referrer-policy'],
    ...['cross-origin-opener-policy', 'x-frame-options', 'permissions-policy'],
    ...['cache-control', 'content-type'],
  ]) {
    expect(await told(withoutHeader(name)(calling)), name).not.toBe('');
  }
});

it('forms that come from elsewhere are refused, whoever sends them, and change nothing', async () => {
  const { asked, wrong } = await formsFromElsewhere(calling);
  process.stdout.write(`${asked} forms from elsewhere\n`);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
});

it('control: a server that does not look where they come from is told', async () => {
  const keep = 'app/actions/filters.ts keepFilter';
  const { wrong } = await formsFromElsewhere(
    trusting(calling.origin)(calling),
    (name) => name === keep,
  );
  expect(wrong).toContain(`${keep} 1: insert SavedFilter`);
  expect(wrong.filter((it) => it.startsWith(`${keep} 1, scripted`))).not.toEqual([]);
});

it('what the framework says to itself in headers has no effect when a stranger says it', async () => {
  const { asked, wrong } = await hostileHeaders(calling, ['handler']);
  process.stdout.write(`${asked} requests with hostile headers\n`);
  expect(wrong).toEqual([]);
});

it('control: a server that believes them is told', async () => {
  const { wrong } = await hostileHeaders(obedient(calling), ['stranger']);
  const told = wrong.join('\n');
  expect(told).toMatch(/\/track for stranger, .*x-middleware-rewrite.*: answered otherwise, 307/);
  expect(told).toMatch(/x-matched-path.*: answered otherwise/);
  expect(told).toMatch(/x-forwarded-host.*: says what it was told/);
});

it('nothing of how it is made is served, no folder is listed, and nothing sends back what was sent', async () => {
  const served = async (paths: readonly string[]) => {
    const answers = await Promise.all(paths.map((path) => calling.ask(path)));
    return paths.filter((_, nth) => (answers[nth]?.status ?? 0) < 300);
  };
  const made = [
    ...['/.git/HEAD', '/.git/config', '/.gitignore', '/.env', '/.env.example', '/package.json'],
    ...[
      '/next.config.js',
      '/prisma/schema.prisma',
      '/.data/secret',
      '/.next/BUILD_ID',
      '/lib/env.ts',
    ],
  ];
  const debugging = [
    ...[
      '/_next/webpack-hmr',
      '/_next/mcp',
      '/__nextjs_original-stack-frames',
      '/__nextjs_source-map',
    ],
    ...['/__nextjs_restart_dev', '/debug', '/api/debug'],
  ];
  const folders = [
    '/_next',
    '/_next/',
    '/_next/static',
    '/_next/static/',
    '/public/',
    '/api',
    '/api/',
  ];
  const page = await calling.ask('/');
  const scripts = [...page.body.matchAll(/\/_next\/static\/[^"\\]+\.js/g)].map(([it]) => it);
  expect(scripts.length).toBeGreaterThan(2);
  const maps = scripts.map((it) => `${it}.map`);
  expect(await served([...made, ...debugging, ...folders, ...maps])).toEqual([]);
  // Control: what is served is found so.
  expect(await served([...scripts, '/sw.js'])).toEqual([...scripts, '/sw.js']);

  const headers = { 'x-sent': 'canary-of-trace' };
  for (const path of ['/', '/desk', '/api/health', '/sw.js', '/there-is-no-such-page']) {
    const { status, body } = await calling.ask(path, { method: 'TRACE', headers });
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(body, path).not.toContain('canary-of-trace');
  }
});

it('at a name that is not ours there is nothing', async () => {
  const paths = [
    '/',
    '/track',
    '/desk',
    '/admin',
    '/sign-in',
    '/api/presence',
    '/sw.js',
    '/outlines',
  ];
  const { wrong } = await foreignNames(calling, paths);
  expect(wrong).toEqual([]);
  const control = await foreignNames(byAnyName(calling), ['/track']);
  expect(control.wrong).toContain('/track at evil.example: 200');
});

// ASVS 5.0: 16.3.2, 16.5.1, 16.5.2
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { expect, test } from 'vitest';
import { isUnreadable } from '@/lib/plain-error.mjs';
import { type Noted, noteInAnswer } from '@/lib/request-at-hand';
import { faultPage, ownFaultPage, turnAway } from '@/scripts/launcher/fault-page.mjs';
import { inRequest } from '@/scripts/launcher/request-store.mjs';
import { routePatterns } from '@/scripts/launcher/routes.mjs';
import { watchAnswers } from '@/scripts/launcher/watch-answers.mjs';

function idFor(claimed?: string): string {
  const headers: Record<string, string> = claimed === undefined ? {} : { 'x-request-id': claimed };
  const told: string[] = [];
  const response = { setHeader: (_: string, value: string) => told.push(value) };
  inRequest({ headers }, response as never, (store) => told.push(store.id));
  expect(new Set([...told, headers['x-request-id']]).size).toBe(1);
  return told[0] ?? '';
}

test('a number is made that can be read out, another each time; a proxy’s is taken where it is one', () => {
  const ids = Array.from({ length: 200 }, () => idFor());
  for (const id of ids) expect(id).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(ids).size).toBe(200);
  expect(idFor('a81b0f3c2d')).toBe('a81b0f3c2d');
  for (const it of ['', 'short', '<script>12345', '王小明王小明王小明', 'x'.repeat(65)])
    expect(idFor(it)).toMatch(/^[0-9A-Z]{4}-/);
});

test('an address is known by its pattern alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-routes-'));
  const file = join(folder, 'routes.json');
  const dynamic = { page: '/v/[token]', regex: '^/v/([^/]+?)(?:/)?$' };
  writeFileSync(
    file,
    JSON.stringify({ staticRoutes: [{ page: '/file' }], dynamicRoutes: [dynamic] }),
  );
  const routeOf = routePatterns(file);
  rmSync(folder, { recursive: true });
  expect(
    ['/file?x=1', '/v/secret', '/v/secret/', '/wp-admin', '/_next/static/a.js'].map(routeOf),
  ).toEqual([...['/file', '/v/[token]', '/v/[token]', 'none', 'file']]);
  expect(routePatterns(join(folder, 'none.json'))('/file')).toBe('none');
});

const store = {
  ...{ id: '7K3F-9QM2-XW0A', sends: true, databaseAway: false, unreadable: false },
  noted: {},
};

test('the line about an answer says by id who asked and why they got nothing, then also where they only read', () => {
  const lineOf = (noted: Noted): unknown[] => {
    const lines: unknown[] = [];
    const write = (level: string) => (line: object) => lines.push({ level, ...line });
    const log = { info: write('info'), debug: write('debug') } as unknown as Logger;
    const response = Object.assign(new EventEmitter(), { writableFinished: true, statusCode: 307 });
    const counted = { requests: { inc: () => {} }, requestSeconds: { observe: () => {} } };
    const watch = watchAnswers(() => '/admin', log, counted as never);
    const request = { method: 'GET', url: '/admin' };
    inRequest({ ...request, headers: {} }, { setHeader: () => {} } as never, (kept) => {
      watch(request as never, response as never, kept);
      noteInAnswer(noted);
    });
    response.emit('close');
    return lines;
  };
  const line = { method: 'GET', route: '/admin', status: 307, ms: expect.any(Number) };
  const person = '0199f2c3-7a51-7c3e-8d11-2b5f6a9c0e77';
  expect(lineOf({ person })).toEqual([{ level: 'debug', ...line, person }]);
  expect(lineOf({ person, refusal: 'notHere' })).toEqual([
    { level: 'info', ...line, person, refusal: 'notHere' },
  ]);
  // Outside of a request nobody is told.
  noteInAnswer({ person });
});

test('the page says what happened and the number, in the reader’s language first, and escapes the address', () => {
  const read = (headers: Record<string, string>, more: object = {}) =>
    faultPage({ ...store, ...more }, { method: 'GET', url: '/track?"><b>', headers });
  const chinese = read({});
  expect(chinese.indexOf('出错了')).toBeLessThan(chinese.indexOf('Something went wrong'));
  expect(chinese).toContain('<html lang="zh-CN">');
  expect(chinese.match(/7K3F-9QM2-XW0A/g)).toHaveLength(2);
  expect(chinese).not.toContain('"><b>');
  const english = read({ cookie: 'a=1; huiyin_locale=en' }, { databaseAway: true });
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('Just now the place where appeals are kept cannot be reached');
});

async function answered(
  headers: Record<string, string>,
  listener: RequestListener,
  state: Partial<typeof store> = {},
  body?: FormData,
) {
  const server = createServer((request, response) => {
    ownFaultPage(request, response, { ...store, ...state });
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}/track`, {
    headers,
    ...(body && { method: 'POST', body }),
  });
  const text = await answer.text();
  await new Promise((resolve) => server.close(resolve));
  return { status: answer.status, text, headers: answer.headers };
}

const fails: RequestListener = (_request, response) => {
  response.statusCode = 500;
  response.setHeader('Content-Encoding', 'gzip');
  response.write('<html id="__next_error__">');
  response.end('</html>');
};
const page = { accept: 'text/html' };

test('our page stands in place of a failed one, and nowhere else', async () => {
  const failed = await answered(page, fails);
  expect(failed.status).toBe(500);
  expect(failed.text).toContain(store.id);
  expect(failed.text).not.toContain('__next_error__');
  const away = await answered(page, fails, { databaseAway: true });
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '30']);
  // Control: parts of pages, data and what is well pass as they are.
  const plain: RequestListener = (_request, response) => {
    response.statusCode = 500;
    response.end('as it is');
  };
  for (const headers of [{ accept: '*/*' }, { ...page, rsc: '1' }, { ...page, 'next-action': 'x' }])
    expect(await answered(headers as unknown as Record<string, string>, plain)).toMatchObject({
      status: 500,
      text: 'as it is',
    });
  const well = await answered(page, (_request, response) => {
    response.write('all ');
    response.end('well');
  });
  expect([well.status, well.text]).toEqual([200, 'all well']);
});

/** As the framework does: it reads the form some time later, then fails. */
const readsAndFails: RequestListener = (request, response) => {
  setImmediate(() => {
    request.resume();
    request.on('end', () => fails(request, response));
  });
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test('what somebody sent is kept on the page that says it failed, to be sent again; a password is not', async () => {
  const body = formOf({ $ACTION_ID_7f: '', what: '井盖"松了" <b>' });
  const failed = await answered(page, readsAndFails, { databaseAway: true }, body);
  expect(failed.status).toBe(503);
  expect(failed.text).toContain(
    '<form method="post" action="/track" enctype="multipart/form-data">',
  );
  expect(failed.text).toContain('name="$ACTION_ID_7f" value=""');
  expect(failed.text).toContain('name="what" value="井盖&quot;松了&quot; &lt;b&gt;"');
  const secret = await answered(
    page,
    readsAndFails,
    { databaseAway: true },
    formOf({ login: 'a', password: 'hidden' }),
  );
  expect(secret.text).not.toMatch(/hidden"|<form|value="a"/);
  const file = formOf({ what: '井盖' });
  file.append('photo', new Blob(['x'.repeat(600_000)]), 'a.png');
  expect((await answered(page, readsAndFails, { databaseAway: true }, file)).text).not.toContain(
    '<form',
  );
});

test('whoever sent what cannot be read is told so, with 400, and no framework word', async () => {
  const unread = await answered(page, fails, { unreadable: true });
  expect(unread.status).toBe(400);
  expect(unread.text).toContain('刚才交上来的内容读不出来');
  expect(unread.text).not.toContain('__next_error__');
  const flight: RequestListener = (_request, response) => {
    response.statusCode = 500;
    response.end('1:E{}');
  };
  const call = { ...page, 'next-action': 'x' };
  const scripted = await answered(call, flight, { unreadable: true });
  expect([scripted.status, scripted.text]).toEqual([400, '1:E{}']);
  const well: RequestListener = (_request, response) => void response.writeHead(404).end();
  expect((await answered({ accept: '*/*' }, well, { unreadable: true })).status).toBe(404);
});

const stackOf = (...frames: string[]) =>
  Object.assign(new Error('Unexpected end of form'), {
    stack: ['Error: Unexpected end of form', ...frames.map((it) => `    at ${it}`)].join('\n'),
  });
const reader =
  'tL (/srv/node_modules/next/dist/compiled/next-server/app-page.runtime.prod.js:15:7)';
const node = 'process.processTicksAndRejections (node:internal/process/task_queues:95:5)';

test.each([
  ['the reader of forms', true, [reader, node]],
  [
    'the framework, bundled with ours',
    true,
    [reader, 'm (/srv/.next/server/chunks/ssr/node_modules_next_dist_0._.js:1:1)'],
  ],
  ['an action of ours', false, ['i (/srv/.next/server/chunks/ssr/a.js:10:2)', reader, node]],
  ['the database', false, ['Client.x (/srv/node_modules/pg/lib/client.js:1:1)', node]],
  ['nobody knows where', false, []],
])('an error of %s says that a form is unreadable: %s', (_, answer, frames) => {
  expect(isUnreadable(stackOf(...frames))).toBe(answer);
  expect(isUnreadable('no error')).toBe(false);
});

test('what stands for a thing of the browser’s could not be read either, whoever touches it', () => {
  const touched = new Error(
    'Cannot access x on the server. You cannot dot into a temporary client reference.',
  );
  expect(isUnreadable(touched)).toBe(true);
  expect(isUnreadable(new Error('Cannot access x on the server.'))).toBe(false);
});

test('scripts are told by the status alone that the database is away, and when to come back', async () => {
  const plain: RequestListener = (_request, response) => response.writeHead(500).end();
  const away = await answered({ accept: 'application/json' }, plain, { databaseAway: true });
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '30']);
});

test('whoever is turned away from a crowd is told when to come back, and finds what they sent', async () => {
  const turned = async (headers: Record<string, string>, body?: FormData) => {
    const server = createServer((request, response) => turnAway(request, response, store));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as { port: number };
    const how = { headers, ...(body && { method: 'POST', body }) };
    const answer = await fetch(`http://127.0.0.1:${port}/file`, how);
    const text = await answer.text();
    await new Promise((closed) => server.close(closed));
    return { status: answer.status, retry: answer.headers.get('retry-after'), text };
  };
  const sent = await turned({ ...page, 'accept-language': 'en' }, formOf({ what: '井盖松了' }));
  expect(sent).toMatchObject({ status: 503, retry: '2' });
  expect(sent.text).toContain('name="what" value="井盖松了"');
  expect(sent.text.indexOf('Try again in a few seconds')).toBeLessThan(sent.text.indexOf('等几秒'));
  expect(await turned({ accept: '*/*' })).toEqual({ status: 503, retry: '2', text: '' });
});

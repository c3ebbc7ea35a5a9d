import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openFront } from '@/scripts/security/scanners/front';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that keeps what it was asked, behind a front. */
async function behindFront(cookie: string, hole?: Parameters<typeof openFront>[1]) {
  const asked: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (from, to) => {
    let body = '';
    for await (const part of from) body += part;
    asked.push({ path: from.url ?? '', headers: from.headers, body });
    if (from.url === '/broken') to.writeHead(500).end();
    else if (from.url === '/later') to.writeHead(503, { 'retry-after': '5' }).end();
    else if (from.url === '/away')
      to.writeHead(307, { location: `http://${from.headers.host}/sign-in` }).end();
    else to.end('here');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const front = await openFront((body) => body.includes('sign me out'), hole);
  closing.push(front.close);
  front.lead(port, cookie);
  return { front, asked, port };
}

describe('what stands before a server that is scanned', () => {
  test('sends each request from another address, as who is scanning, at the name of the server', async () => {
    const { front, asked, port } = await behindFront('session=1');
    for (let nth = 0; nth < 8; nth += 1) await fetch(`${front.url}/a?b=${nth}`);
    expect(new Set(asked.map(({ headers }) => headers['x-forwarded-for'])).size).toBeGreaterThan(6);
    expect(asked.every(({ headers }) => headers.cookie === 'session=1')).toBe(true);
    expect(asked.every(({ headers }) => headers.host === `127.0.0.1:${port}`)).toBe(true);
    expect(front.passed()).toEqual({
      ...{ requests: 8, failed: [], turnedAway: 0, signedOut: 0 },
    });
  });

  test('holds back a form that ends the session, and passes on every other', async () => {
    const { front, asked, port } = await behindFront('session=1');
    const send = (body: string) => fetch(`${front.url}/`, { method: 'POST', body });
    expect((await send('sign me out')).status).toBe(204);
    expect((await send('words')).status).toBe(200);
    expect(asked.map(({ body, headers }) => [body, headers.origin])).toEqual([
      ['words', `http://127.0.0.1:${port}`],
    ]);
  });

  test('names what broke, counts who was told to come later and who was led to sign in, and leads back to itself', async () => {
    const { front } = await behindFront('session=1');
    await fetch(`${front.url}/broken`);
    await fetch(`${front.url}/later`);
    const away = await fetch(`${front.url}/away`, { redirect: 'manual' });
    expect(away.headers.get('location')).toBe(`${front.url}/sign-in`);
    expect(front.passed()).toEqual({
      ...{ requests: 3, failed: ['500 GET /broken'], turnedAway: 1, signedOut: 1 },
    });
  });

  test('lets a hole answer in place of the server', async () => {
    const { front, asked } = await behindFront('', (path, to) => {
      if (path !== '/hole') return false;
      to.end('open');
      return true;
    });
    expect(await (await fetch(`${front.url}/hole`)).text()).toBe('open');
    expect(await (await fetch(`${front.url}/`)).text()).toBe('here');
    expect(asked).toHaveLength(1);
  });
});

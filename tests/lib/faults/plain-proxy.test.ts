import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { badClients, slowHead } from '@/scripts/faults/bad-clients';
import { plainProxy } from '@/scripts/faults/plain-proxy';

async function listening(port = 0) {
  const server = createServer(async (request, response) => {
    let sent = '';
    for await (const part of request) sent += part;
    response.end(`here: ${sent}`);
  });
  await new Promise<void>((up) => server.listen(port, '127.0.0.1', up));
  const close = () => new Promise((closed) => server.close(closed));
  return { port: (server.address() as AddressInfo).port, server, close };
}

test('what cannot be connected goes to the next, with all that was sent; without that it is an error', async () => {
  const [one, gone] = [await listening(), await listening()];
  await gone.close();
  const asked = async (passesOn: boolean) => {
    const proxy = await plainProxy([gone.port, one.port], passesOn);
    const answers: string[] = [];
    for (let nth = 0; nth < 4; nth += 1) {
      const answer = await fetch(proxy.url, { method: 'POST', body: 'form' });
      answers.push(`${answer.status} ${await answer.text()}`);
    }
    await proxy.close();
    return { answers: new Set(answers), failed: proxy.failed() };
  };
  expect(await asked(true)).toEqual({ answers: new Set(['200 here: form']), failed: 0 });
  expect((await asked(false)).failed).toBe(2);
  await one.close();
});

test('what only reads goes on where it was broken off before an answer; a form is nobody else’s', async () => {
  const one = await listening();
  const breaking = createServer((request) => request.socket.destroy());
  await new Promise<void>((up) => breaking.listen(0, '127.0.0.1', up));
  const { port } = breaking.address() as AddressInfo;
  const proxy = await plainProxy([port, one.port]);
  expect(await (await fetch(proxy.url)).text()).toBe('here: ');
  expect(proxy.failed()).toBe(0);
  await fetch(proxy.url);
  expect((await fetch(proxy.url, { method: 'POST', body: 'form' })).status).toBe(502);
  expect(proxy.failed()).toBe(1);
  await proxy.close();
  await new Promise((closed) => breaking.close(closed));
  await one.close();
});

test('connections of bad clients are seen while the server holds them, and no longer', async () => {
  const { port, server, close } = await listening();
  const all = badClients(`http://127.0.0.1:${port}`, 5, slowHead);
  await expect.poll(() => all.held()).toBe(5);
  server.closeAllConnections();
  await expect.poll(() => all.ended()).toBe(5);
  await expect.poll(() => all.held()).toBe(0);
  all.leave();
  await close();
});

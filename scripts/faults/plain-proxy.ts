import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before several web processes, as an `upstream` of nginx without further settings does. */
export interface PlainProxy {
  url: string;
  /** Answers it had to make itself, since nobody took the request or who had it broke off. */
  failed(): number;
  close(): Promise<void>;
}

/**
 * Hands requests round; one that could not be connected goes to the next, and one that only reads also where who had it
 * broke off before a word of an answer. A form that was begun is nobody else's.
 *
 * @param passesOn false: what cannot be connected is told at once, as a control.
 */
export async function plainProxy(ports: readonly number[], passesOn = true): Promise<PlainProxy> {
  let turn = 0;
  let failed = 0;
  const server = createServer((from, to) => {
    const first = turn++;
    const reads = from.method === 'GET' || from.method === 'HEAD';
    const sorry = () => {
      // Whoever gave up is told nothing, and it is no error of those behind.
      if (to.destroyed) return;
      failed += 1;
      if (to.headersSent) to.destroy();
      else to.writeHead(502, { 'Content-Type': 'text/html' }).end();
    };
    const hand = (nth: number) => {
      const port = ports[(first + nth) % ports.length];
      const headers = { ...from.headers, connection: 'close' };
      const onward = ask({
        ...{ host: '127.0.0.1', port, method: from.method, path: from.url, headers },
        agent: false,
      });
      let connected = false;
      onward.on('socket', (socket) =>
        socket.once('connect', () => {
          connected = true;
          from.pipe(onward);
        }),
      );
      onward.on('response', (answer) => {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
        answer.on('error', sorry);
      });
      onward.on('error', () => {
        const mayGoOn = !connected || (reads && !to.headersSent);
        if (mayGoOn && passesOn && nth + 1 < ports.length) hand(nth + 1);
        else sorry();
      });
      to.on('close', () => onward.destroy());
    };
    hand(0);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failed: () => failed,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A text gateway on this machine that takes every message and keeps the answer back the first time it sees a key. */
export interface KeyedGateway {
  url: string;
  /** How often each key was taken. */
  taken: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function keyedGateway(): Promise<KeyedGateway> {
  const taken = new Map<string, number>();
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const key = String(request.headers['idempotency-key']);
    const times = (taken.get(key) ?? 0) + 1;
    taken.set(key, times);
    if (times > 1) response.writeHead(202).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    taken,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

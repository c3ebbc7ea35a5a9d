import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TakenSms {
  to: string;
  text: string;
  key: string;
  token: string | undefined;
}

/**
 * A real text gateway on a free port of this machine. ok takes a message · dies takes it and hangs up ·
 * silent takes it and never answers · a number is its answer, and nothing is taken.
 */
export interface TestGateway {
  url: string;
  /** What it does with the requests to come, one after another; the last stays. */
  behave(...ways: ('ok' | 'dies' | 'silent' | number)[]): void;
  /** Every request it took. */
  taken: TakenSms[];
  /** Done before it answers. */
  before: (() => Promise<void>) | null;
  /** What reached the telephones: with `honours` a key that came before brings no second message. */
  onPhones(honours?: boolean): TakenSms[];
  forget(): void;
  close(): Promise<void>;
}

export async function smsGateway(): Promise<TestGateway> {
  let ways: ('ok' | 'dies' | 'silent' | number)[] = ['ok'];
  const taken: TakenSms[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const way = ways.length > 1 ? ways.shift() : ways[0];
    if (typeof way === 'number') return response.writeHead(way).end();
    const { to, text, id } = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const key = String(request.headers['idempotency-key']);
    if (key !== id) return response.writeHead(400).end();
    taken.push({ to, text, key, token: request.headers.authorization });
    await gateway.before?.();
    if (way === 'dies') return request.socket.destroy();
    if (way === 'ok') response.writeHead(202).end();
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const gateway: TestGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    behave: (...next) => {
      ways = next;
    },
    taken,
    before: null,
    onPhones: (honours = true) =>
      honours ? [...new Map(taken.map((it) => [it.key, it])).values()] : [...taken],
    forget: () => {
      taken.length = 0;
      ways = ['ok'];
      gateway.before = null;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return gateway;
}

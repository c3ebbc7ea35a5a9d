import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came through. */
interface Passed {
  requests: number;
  /** Answers of 500 and more, in a line each; but for those that only say when to come again. */
  failed: string[];
  /** Asked to come again later. */
  turnedAway: number;
  signedOut: number;
}

const none = (): Passed => ({ requests: 0, failed: [], turnedAway: 0, signedOut: 0 });

/** What scanners are shown: the server behind it, as somebody in particular sees it. */
export interface Front {
  url: string;
  /** Where what it passes on goes, and as whom. */
  lead(port: number, cookie: string): void;
  /** What came since this was last asked. */
  passed(): Passed;
  close(): Promise<void>;
}

/** Answers in place of the server; false: it is not meant. */
export type Hole = (path: string, to: ServerResponse) => boolean | Promise<boolean>;

const pick = (): string => `10.${byte()}.${byte()}.${byte()}`;
const byte = (): number => Math.floor(Math.random() * 250) + 1;

/**
 * Stands before a server while a scanner looks at it. Each request seems to come from another address, so that limits by
 * place do not end a scan before it began; and forms that would end the session it has are held back.
 *
 * @param ends whether a form of such a body ends the session.
 * @param hole answers instead: the same server with one thing wrong.
 */
export async function openFront(
  ends: (body: Buffer) => boolean,
  hole: Hole = () => false,
): Promise<Front> {
  let behind = { port: 0, cookie: '' };
  let counts = none();
  const pass = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const body = await bodyOf(from);
    counts.requests += 1;
    if (await hole(from.url ?? '/', to)) return;
    if (from.method === 'POST' && ends(body)) {
      to.writeHead(204).end();
      return;
    }
    const { cookie, port } = behind;
    const host = `127.0.0.1:${port}`;
    const headers: Record<string, string | string[] | undefined> = {
      ...from.headers,
      host,
      'x-forwarded-for': pick(),
      ...(from.method === 'POST' ? { origin: `http://${host}` } : {}),
      ...(cookie ? { cookie: [from.headers.cookie, cookie].filter(Boolean).join('; ') } : {}),
    };
    delete headers['transfer-encoding'];
    headers['content-length'] = String(body.length);
    const onward = ask({
      ...{ host: '127.0.0.1', port, method: from.method, path: from.url, headers, agent: false },
    });
    onward.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      if (status === 503 && answer.headers['retry-after']) counts.turnedAway += 1;
      else if (status >= 500) counts.failed.push(`${status} ${from.method} ${from.url}`);
      if (cookie && answer.headers.location?.includes('/sign-in')) counts.signedOut += 1;
      const location = answer.headers.location?.replace(host, from.headers.host ?? host);
      to.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        ...(location ? { location } : {}),
      });
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    onward.end(body);
  };
  const server = createServer((from, to) => {
    pass(from, to).catch(() => to.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead(port, cookie) {
      behind = { port, cookie };
    },
    passed() {
      const all = counts;
      counts = none();
      return all;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(from: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

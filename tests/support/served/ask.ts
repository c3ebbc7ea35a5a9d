import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string | undefined;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Ask = (path: string, asked?: Asked) => Promise<Answer>;

type Unsent = Error & { code?: string; reused?: boolean };

/** Plain requests over connections that stay open; follows nothing and keeps no cookies. */
export function asking(port: number): { ask: Ask; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask: Ask = (path, asked = {}) =>
    once(path, asked).catch((error) => afresh(error, path, asked));
  // The server may close a connection that was idle just as a request goes over it: nobody has read that one.
  const afresh = (error: Unsent, path: string, asked: Asked): Promise<Answer> => {
    if (error.code !== 'ECONNRESET' || !error.reused) throw error;
    return ask(path, asked);
  };
  const once: Ask = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const length =
        body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { ...headers, ...length },
      };
      const sent = request(options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      });
      sent.on('error', (error) => reject(Object.assign(error, { reused: sent.reusedSocket })));
      sent.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** Does all of it, a few at a time, in order. */
export async function eachOf<T>(
  list: readonly T[],
  work: (one: T) => Promise<void>,
  atOnce = 6,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

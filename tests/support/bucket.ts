import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/**
 * How the way to the store is: open; nobody there; silent; silent in the middle of an answer; other bytes come
 * back; a sending breaks off; no to all.
 */
type Way = 'open' | 'down' | 'silent' | 'stalls' | 'altered' | 'half' | 'refused';

/** What opens a test bucket. */
export const bucketKeys = { keyId: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };

export interface TestBucket {
  url: string;
  /** Of the folder in which the store keeps what it was given. */
  place: string;
  way: Way;
  /** How many sendings there have been, and after how many the way is spoilt. */
  puts: number;
  after: number;
  close(): Promise<void>;
}

/** A store that speaks S3 and looks at signatures, with a way to it that can be spoilt. */
export async function testBucket(): Promise<TestBucket> {
  const place = mkdtempSync(join(tmpdir(), 'huiyin-bucket-'));
  const store = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory: place },
    configureBuckets: [{ name: 'huiyin' }],
  });
  const { port } = await store.run();
  const between = createServer((from, to) => {
    if (from.method === 'PUT') bucket.puts += 1;
    const spoilt = bucket.puts > bucket.after;
    if (spoilt && bucket.way === 'down') from.socket.destroy();
    else if (spoilt && bucket.way === 'refused') to.writeHead(503).end();
    else if (spoilt && bucket.way === 'half' && from.method === 'PUT') breakOff(from);
    else if (spoilt && bucket.way === 'silent') from.resume();
    else pass(from, to, port, spoilt ? bucket.way : 'open');
  });
  await new Promise<void>((go) => between.listen(0, '127.0.0.1', go));
  const bucket: TestBucket = {
    url: `http://127.0.0.1:${(between.address() as AddressInfo).port}/huiyin`,
    place,
    puts: 0,
    after: 0,
    way: 'open',
    async close() {
      between.closeAllConnections();
      await new Promise((go) => between.close(go));
      await store.close();
    },
  };
  return bucket;
}

function breakOff(from: IncomingMessage): void {
  from.once('data', () => from.socket.destroy());
}

function pass(from: IncomingMessage, to: ServerResponse, port: number, way: Way): void {
  const { method, url, headers } = from;
  const on = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 500, answer.headers);
    if (method !== 'GET' || (way !== 'altered' && way !== 'stalls')) {
      answer.pipe(to);
      return;
    }
    answer.on('data', (part: Buffer) => {
      if (way === 'stalls') {
        to.write(part.subarray(0, 100));
        answer.destroy();
        return;
      }
      const other = Buffer.from(part);
      other[0] = (other[0] ?? 0) ^ 1;
      to.write(other);
    });
    answer.on('end', () => to.end());
  });
  on.on('error', () => to.destroy());
  from.pipe(on);
}

import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  type ECDH,
  randomBytes,
  verify,
} from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Address } from '@/lib/notices/push/devices';

/** One message as the browser of a device has it, opened with the device's own keys. */
export interface TakenPush {
  device: string;
  note: { title: string; body: string; lang: string; path: string; tag: string };
  topic: string;
  urgency: string;
  ttl: number;
  /** Length of what went over the line. */
  bytes: number;
}

/**
 * ok takes a message · dies takes it and hangs up · silent takes it and never answers · moved sends the
 * asker to another address · a number is the answer, and nothing is taken.
 */
export type PushWay =
  | 'ok'
  | 'dies'
  | 'silent'
  | 'moved'
  | number
  | { status: number; retryAfter: string };

/** A real push service (RFC 8030) on this machine with the browsers behind it. */
export interface PushServer {
  /** As the operator names it. */
  host: string;
  /** A browser that has just subscribed; with a key it takes messages of nobody else (RFC 8292 §4.2). */
  device(name: string, subscribedTo?: string): Address;
  /** What it does with the requests to come, one after another; the last stays. */
  behave(...ways: PushWay[]): void;
  /** Of one device alone, before the others' rule. */
  behaveTo(name: string, ...ways: PushWay[]): void;
  taken: TakenPush[];
  /** Requests of any kind, to any path. */
  requests: number;
  /** Done before it answers. */
  before: (() => Promise<void>) | null;
  /** What stands on the devices: with `replaces` a message with a tag that was there takes its place. */
  shown(replaces?: boolean): TakenPush[];
  forget(): void;
  close(): Promise<void>;
}

interface Browser {
  pair: ECDH;
  auth: Buffer;
  subscribedTo?: string | undefined;
}

export async function pushServer(at = 0): Promise<PushServer> {
  let ways: PushWay[] = ['ok'];
  const own = new Map<string, PushWay[]>();
  const browsers = new Map<string, Browser>();
  const taken: TakenPush[] = [];
  const next = (list: PushWay[]) => (list.length > 1 ? list.shift() : list[0]);
  const server = createServer(async (request, response) => {
    push.requests += 1;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const device = /^\/push\/(.+)$/.exec(request.url ?? '')?.[1] ?? '';
    const browser = browsers.get(device);
    if (!browser) return response.writeHead(404).end();
    if (!isVouchedFor(request.headers.authorization, `http://${push.host}`)) {
      return response.writeHead(401).end();
    }
    const { subscribedTo } = browser;
    if (subscribedTo && !request.headers.authorization?.endsWith(`, k=${subscribedTo}`)) {
      return response.writeHead(403).end();
    }
    const way = next(own.get(device) ?? ways);
    if (typeof way === 'number') return response.writeHead(way).end();
    if (way === 'moved') {
      return response.writeHead(307, { location: `http://${push.host}/elsewhere` }).end();
    }
    if (typeof way === 'object') {
      return response.writeHead(way.status, { 'retry-after': way.retryAfter }).end();
    }
    if (request.headers['content-encoding'] !== 'aes128gcm') return response.writeHead(415).end();
    const body = Buffer.concat(parts);
    taken.push({
      device,
      note: JSON.parse(opened(body, browser)),
      topic: String(request.headers.topic),
      urgency: String(request.headers.urgency),
      ttl: Number(request.headers.ttl),
      bytes: body.length,
    });
    await push.before?.();
    if (way === 'dies') return request.socket.destroy();
    if (way === 'ok') response.writeHead(201, { location: `http://${push.host}/message` }).end();
  });
  await new Promise<void>((listening) => {
    server.listen(at, '127.0.0.1', listening);
  });
  const push: PushServer = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    device: (name, subscribedTo) => {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const auth = randomBytes(16);
      browsers.set(name, { pair, auth, subscribedTo });
      const p256dh = pair.getPublicKey().toString('base64url');
      return {
        endpoint: `http://${push.host}/push/${name}`,
        keys: { p256dh, auth: auth.toString('base64url') },
      };
    },
    behave: (...list) => {
      ways = list;
    },
    behaveTo: (name, ...list) => void own.set(name, list),
    taken,
    requests: 0,
    before: null,
    shown: (replaces = true) =>
      replaces
        ? [...new Map(taken.map((it) => [`${it.device} ${it.note.tag}`, it])).values()]
        : [...taken],
    forget: () => {
      taken.length = 0;
      ways = ['ok'];
      own.clear();
      push.requests = 0;
      push.before = null;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return push;
}

/** Whether the token is signed by the key it names, for this service, for a day at most (RFC 8292 §2). */
export function isVouchedFor(
  header: string | undefined,
  origin: string,
  now = Date.now(),
): boolean {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return false;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((it) => it.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' };
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  const seconds = exp - now / 1_000;
  return (
    signed && aud === origin && seconds > 0 && seconds <= 86_400 && /^(https|mailto):/.test(sub)
  );
}

const hmac = (key: Buffer, ...parts: (Buffer | string)[]): Buffer =>
  parts
    .reduce<ReturnType<typeof createHmac>>(
      (mac, part) => mac.update(part),
      createHmac('sha256', key),
    )
    .digest();

/** Opens a message as its browser would: RFC 8291 §3.4 for the keys, RFC 8188 §2 for the one record. */
export function opened(body: Buffer, { pair, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  const shared = hmac(auth, pair.computeSecret(sender));
  const secret = hmac(shared, 'WebPush: info\0', pair.getPublicKey(), sender, Buffer.from([1]));
  const random = hmac(salt, secret);
  const key = hmac(random, 'Content-Encoding: aes128gcm\0\u0001').subarray(0, 16);
  const nonce = hmac(random, 'Content-Encoding: nonce\0\u0001').subarray(0, 12);
  const opener = createDecipheriv('aes-128-gcm', key, nonce);
  opener.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([opener.update(record.subarray(0, -16)), opener.final()]);
  const end = plain.lastIndexOf(2);
  return plain.subarray(0, end).toString('utf8');
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { type PhotoStore, StoreAway } from './photo-store';

/** A bucket of any store that speaks S3, addressed by its path. */
export interface Bucket {
  /** `https://store.example/bucket` */
  url: string;
  keyId: string;
  secret: string;
  region: string;
}

/** Until an answer begins, and between two parts of it (milliseconds): somebody waits before a page. */
const usualPatience = 10_000;
/** Bytes a millisecond below which a sending is given up. */
const slowest = 500;

/**
 * Gives up after so long. The signal alone is not enough: a signed `Request` is held only weakly by the runtime while
 * it is sent, and one that was collected meanwhile hears no signal. (`fetch` with an address and a signal does.)
 */
function within<T>(work: Promise<T>, allowed: number, stop: AbortController): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort();
      reject(new Error('no answer in time'));
    }, allowed);
  });
  return Promise.race([work, late])
    .catch(away)
    .finally(() => clearTimeout(timer));
}

/** The parts of an answer. Time counts while the store is waited for, not while a slow reader is. */
async function* partsOf(
  body: ReadableStream<Uint8Array>,
  stop: AbortController,
  patience: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const part = await within(reader.read(), patience, stop);
      if (part.done) return;
      yield part.value;
    }
  } finally {
    stop.abort();
  }
}

async function hashOf(parts: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of parts) hash.update(part as Uint8Array);
  return hash.digest('hex');
}

/** Signs with AWS Signature Version 4; what is sent and what comes back passes through, never whole in memory. */
export function bucketStore(
  { url, keyId, secret, region }: Bucket,
  patience = usualPatience,
): PhotoStore {
  // Whoever waits tries again; a client that tries for itself only makes them wait longer.
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: secret, region },
    ...{ service: 's3', retries: 0 },
  });

  /** The answer to one request; null where there is no such thing. */
  async function ask(method: string, path: string, init: RequestInit = {}, allowed = patience) {
    const stop = new AbortController();
    const wanted = { ...init, method, signal: stop.signal, redirect: 'error' as const };
    const answer = await within(client.fetch(`${url}${path}`, wanted), allowed, stop);
    const { status, ok, headers, body } = answer;
    if (!ok) {
      stop.abort();
      if (status === 404) return null;
      throw new StoreAway(`${method} was answered ${status}`, status);
    }
    return { headers, parts: body ? partsOf(body, stop, patience) : none() };
  }

  const store: PhotoStore = {
    async put(key, path) {
      const { size } = await stat(path);
      const wanted = await hashOf(createReadStream(path));
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Content-Length': `${size}`,
        'X-Amz-Content-Sha256': wanted,
      };
      const source = createReadStream(path);
      const body = Readable.toWeb(source) as ReadableStream;
      const sent = await ask(
        'PUT',
        `/${key}`,
        { headers, body },
        patience + size / slowest,
      ).finally(() => source.destroy());
      if (!sent) throw new StoreAway('there is no such bucket', 404);
      await hashOf(sent.parts);
      // Read back: what a row will speak of for years is there, and is what was sent.
      const there = await store.read(key);
      if (!there || (await hashOf(there.stream)) !== wanted) {
        throw new StoreAway('other bytes came back', 200);
      }
    },
    async read(key) {
      const answer = await ask('GET', `/${key}`);
      if (!answer) return null;
      const bytes = Number(answer.headers.get('content-length'));
      return { bytes, stream: Readable.from(answer.parts, { objectMode: false }) };
    },
    async drop(key) {
      const answer = await ask('DELETE', `/${key}`);
      if (answer) await hashOf(answer.parts);
    },
    async *list(prefix) {
      let more: string | undefined;
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix });
        if (more) query.set('continuation-token', more);
        const answer = await ask('GET', `?${query}`);
        if (!answer) throw new StoreAway('there is no such bucket', 404);
        const page = await textOf(answer.parts);
        yield* entriesOf(page);
        more = tagIn(page, 'NextContinuationToken');
      } while (more);
    },
  };
  return store;
}

function away(error: unknown): never {
  throw new StoreAway('no answer', undefined, { cause: error });
}

async function* none(): AsyncGenerator<Uint8Array> {}

async function textOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all).toString('utf8');
}

/** Keys are ours: letters, digits, dots and strokes, which need no unfolding. */
function* entriesOf(page: string): Generator<{ key: string; at: Date }> {
  for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const [key, at] = [tagIn(entry, 'Key'), tagIn(entry, 'LastModified')];
    if (key && at) yield { key, at: new Date(at) };
  }
}

/** What a tag holds. Only tokens of the store itself may have something to unfold. */
const tagIn = (text: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>([^<]+)</${tag}>`)
    .exec(text)?.[1]
    ?.replace(/&(amp|quot|lt|gt|apos|#43);/g, (_, name: string) => unfolded[name] ?? '');
const unfolded: Record<string, string> = {
  ...{ amp: '&', quot: '"', lt: '<', gt: '>', apos: "'", '#43': '+' },
};

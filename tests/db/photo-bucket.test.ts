import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { photoAnswer } from '@/lib/photos/answer';
import { bucketStore } from '@/lib/photos/bucket';
import { changedFiles } from '@/lib/photos/changed-files';
import { filesIn, openPhoto } from '@/lib/photos/folder';
import { dropHeld, type Holder, heldPhotos, sweepPhotos } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { releasePhoto } from '@/lib/photos/release';
import { openReleased } from '@/lib/photos/released';
import { copyBucket } from '@/scripts/backup/copy-photos';
import { bucketKeys, testBucket } from '../support/bucket';
import { newId, person, ready } from '../support/county';
import { pdf } from '../support/pdf-files';
import { fromTelephone } from '../support/photo-files';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-beside-'));
const bucket = await testBucket();
const photoBucket = { url: bucket.url, ...bucketKeys };
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  const here = () => ({ dataDirectory: folder, photoBucket });
  return { ...real, settings: () => ({ ...real.settings(), ...here() }) };
});

await ready();
afterEach(() => {
  Object.assign(bucket, { way: 'open', after: 0 });
  Object.assign(photoBucket, bucketKeys);
});
afterAll(() => bucket.close());

/** What the store has, by its own files. */
const stored = (): string[] =>
  readdirSync(bucket.place, { recursive: true, encoding: 'utf8' })
    .filter((it) => /\.(webp|pdf)\._S3rver_object$/.test(it))
    .sort();

const send = async (holder: Holder) => sendFile(holder, await fromTelephone(480, 360));

async function sendFile(holder: Holder, bytes: Buffer) {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(bytes)]), 'a');
  const request = new Request('http://here/photos', { method: 'POST', body: form });
  const [line] = (await receivePhotos(request, holder)) ?? [];
  return line;
}

async function one(holder: Holder): Promise<string> {
  const line = await send(holder);
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

const holderOf = (): Holder => `draft:${newId()}`;

it('pictures go into the bucket alone, are read from it, listed, verified, released, and taken away', async () => {
  const holder = holderOf();
  const id = await one(holder);
  expect(stored().filter((it) => it.includes(id))).toHaveLength(2);
  expect(existsSync(join(folder, 'photos', id.slice(-2)))).toBe(false);
  const answer = await photoAnswer(id, 'large');
  expect(answer.status).toBe(200);
  const body = Buffer.from(await answer.arrayBuffer());
  expect(body.subarray(8, 12).toString()).toBe('WEBP');
  expect(Number(answer.headers.get('content-length'))).toBe(body.length);
  const later = new Date(Date.now() + 2 * 3_600_000);
  const there = await filesIn(Number.parseInt(id.slice(-2), 16), later);
  expect(there.map((it) => it.id)).toContain(id);

  const input = { what: '路牙石裂了，轮椅上不去', place: '学府路 3 号' };
  const filed = await fileAppeal({ input, photos: { holder, ids: [id] } }, mintResident());
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const faults = async () => {
    const found: string[] = [];
    for await (const it of changedFiles()) found.push(it.fault);
    return found;
  };
  expect(await faults()).toEqual([]);
  const wanted = { caseNumber: filed.caseNumber, id };
  const show = { nth: '0', checked: 'yes', cell: '5' };
  const done = await releasePhoto(person('zhoumin'), { ...wanted, input: show });
  if (!done.ok) throw new Error(done.code);
  expect(await openReleased(done.id)).not.toBeNull();
  // A backup has them where the folder would have them, and nothing else that lies in the bucket.
  const backup = mkdtempSync(join(tmpdir(), 'huiyin-backup-'));
  const stray = join(folder, 'stray');
  writeFileSync(stray, 'stray');
  await bucketStore(photoBucket).put('owner', stray);
  expect(await copyBucket(photoBucket, backup)).toBe(3);
  const copied = readFileSync(join(backup, 'photos', id.slice(-2), `${id}.large.webp`));
  expect(copied.equals(body)).toBe(true);
  expect(existsSync(join(backup, 'photos', done.id.slice(-2), `${done.id}.open.webp`))).toBe(true);
  expect(existsSync(join(backup, 'photos', 'owner'))).toBe(false);
  bucket.way = 'refused';
  await expect(copyBucket(photoBucket, backup)).rejects.toThrow(
    'The photos in the bucket cannot be copied (GET was answered 503).',
  );
  // What was looked at is not half decided.
  const again = { nth: '1', checked: 'yes', cell: '6' };
  expect(await releasePhoto(person('zhoumin'), { ...wanted, input: again })).toMatchObject({
    code: 'storeAway',
  });
  bucket.way = 'open';
  expect(await openReleased(done.id)).not.toBeNull();
  // Spoilt on the way or in the store: noticed.
  bucket.way = 'altered';
  expect((await faults()).sort()).toEqual(['pictureAltered', 'releasedAltered']);
  bucket.way = 'open';

  const other = holderOf();
  const gone = await one(other);
  await dropHeld(other, gone);
  expect(stored().filter((it) => it.includes(gone))).toEqual([]);
  expect((await photoAnswer(gone, 'large')).status).toBe(404);
});

it('a PDF too: in the bucket alone, saved from it, verified, in its backup, and taken away', async () => {
  const holder = holderOf();
  const bytes = pdf();
  const line = await sendFile(holder, bytes);
  const id = line?.photo?.id ?? '';
  expect(line?.photo?.kind).toBe('pdf');
  expect(stored().filter((it) => it.includes(id))).toHaveLength(1);
  expect(existsSync(join(folder, 'photos', id.slice(-2)))).toBe(false);
  const answer = await photoAnswer(id, 'large');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  const backup = mkdtempSync(join(tmpdir(), 'huiyin-backup-'));
  await copyBucket(photoBucket, backup);
  const copied = readFileSync(join(backup, 'photos', id.slice(-2), `${id}.paper.pdf`));
  expect(copied.equals(bytes)).toBe(true);
  bucket.way = 'down';
  expect((await photoAnswer(id, 'large')).status).toBe(503);
  expect(await sendFile(holder, bytes)).toMatchObject({ photo: null, problem: 'photoStore' });
  bucket.way = 'open';
  await dropHeld(holder, id);
  expect(stored().filter((it) => it.includes(id))).toEqual([]);
});

it.each(['down', 'refused', 'half', 'altered', 'stalls', 'silent', 'denied'] as const)(
  'a store that is %s: the sender is told, and nothing is half taken',
  async (way) => {
    const before = stored();
    for (const after of way === 'silent' || way === 'denied' ? [0] : [0, 1]) {
      const holder = holderOf();
      const rows = await db().photo.count();
      // At the first of its two files, or the second.
      if (way === 'denied') Object.assign(photoBucket, { secret: 'wrong' });
      else Object.assign(bucket, { after: bucket.puts + after, way });
      expect(await send(holder)).toMatchObject({ photo: null, problem: 'photoStore' });
      expect(await heldPhotos(holder)).toEqual([]);
      expect(await db().photo.count()).toBe(rows);
      expect(readdirSync(join(folder, 'photos', 'incoming'))).toEqual([]);
      Object.assign(photoBucket, bucketKeys);
      Object.assign(bucket, { way: 'open', after: 0 });
    }
    // Where the store can still be asked, what it had taken is gone again; else the sweep comes to it.
    if (way === 'half' || way === 'altered') await expect.poll(stored).toEqual(before);
    // Control: the way open, it is taken.
    expect(await send(holderOf())).toMatchObject({ problem: null });
  },
  90_000,
);

it('what a store that was away kept of a refused picture is swept', async () => {
  const before = stored();
  Object.assign(bucket, { after: bucket.puts + 1, way: 'down' });
  expect(await send(holderOf())).toMatchObject({ problem: 'photoStore' });
  bucket.way = 'open';
  const [left] = stored().filter((it) => !before.includes(it));
  const id = /[\da-f-]{36}/.exec(left ?? '')?.[0] ?? '';
  expect(id).not.toBe('');
  const day = Math.floor(Date.now() / 60_000 / 256) * 256 + 2 * 256;
  const at = new Date((day + Number.parseInt(id.slice(-2), 16)) * 60_000);
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
  await sweepPhotos();
  vi.useRealTimers();
  expect(stored().filter((it) => it.includes(id))).toEqual([]);
});

it('who reads while the store is away is told to come later, not that there is nothing', async () => {
  const id = await one(holderOf());
  bucket.way = 'down';
  const answer = await photoAnswer(id, 'large');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/请过几分钟再看\s.*in a few minutes/);
  bucket.way = 'open';
  expect((await photoAnswer(id, 'large')).status).toBe(200);
  expect((await photoAnswer(newId(), 'large')).status).toBe(404);
});

it('a store that stops in the middle is given up; a reader who is slow is not', async () => {
  const key = `aa/${newId()}.large.webp`;
  const path = join(folder, 'large');
  writeFileSync(path, randomBytes(6_000_000));
  const store = bucketStore(photoBucket, 150);
  await store.put(key, path);
  const reading = async (pause: number) => {
    const found = await store.read(key);
    let bytes = 0;
    for await (const part of found?.stream ?? []) {
      if (bytes === 0) await new Promise((go) => setTimeout(go, pause));
      bytes += part.length;
    }
    return bytes;
  };
  expect(await reading(600)).toBe(6_000_000);
  bucket.way = 'stalls';
  await expect(reading(0)).rejects.toThrow('no answer');
});

it('a large file passes through in parts', async () => {
  const key = `aa/${newId()}.large.webp`;
  const path = join(folder, 'larger');
  writeFileSync(path, randomBytes(20_000_000));
  const store = bucketStore(photoBucket);
  await store.put(key, path);
  const found = await store.read(key);
  expect(found?.bytes).toBe(20_000_000);
  let largest = 0;
  for await (const part of found?.stream ?? []) largest = Math.max(largest, part.length);
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(1_000_000);
  await store.drop(key);
  expect(await store.read(key)).toBeNull();
});

it('what lies in the folder from before stays readable, also while the bucket is away', async () => {
  const bytesOf = async (id: string, size: 'small' | 'large') => {
    const parts: Buffer[] = [];
    for await (const part of (await openPhoto(id, size))?.stream ?? []) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };
  const picture = await bytesOf(await one(holderOf()), 'small');
  const old = newId();
  const place = join(folder, 'photos', old.slice(-2));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${old}.large.webp`), picture);
  bucket.way = 'down';
  // Read to its end: the file goes away below.
  expect((await bytesOf(old, 'large')).equals(picture)).toBe(true);
  bucket.way = 'open';
  rmSync(place, { recursive: true });
  expect(await openPhoto(old, 'large')).toBeNull();
});

it('a wrong secret opens nothing, and no error repeats one', async () => {
  const store = bucketStore({ ...photoBucket, secret: 'hidden-secret' });
  const error = await store.read('aa/x.large.webp').catch((it: unknown) => it);
  expect(error).toMatchObject({ message: 'GET was answered 403', status: 403 });
  expect(inspect(error, { depth: null })).not.toContain('hidden-secret');
  expect(await bucketStore(photoBucket).read('aa/x.large.webp')).toBeNull();
});

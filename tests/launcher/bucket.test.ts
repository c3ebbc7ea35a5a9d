import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { bucketStore } from '@/lib/photos/bucket';
import { needBucket } from '@/scripts/launcher/bucket';
import { freePort } from '@/scripts/launcher/port';
import { bucketKeys, testBucket } from '../support/bucket';
import { runScript } from '../support/scripts';

const bucket = await testBucket();
const dataDirectory = mkdtempSync(join(tmpdir(), 'huiyin-claim-'));
const photoBucket = { url: bucket.url, ...bucketKeys };
const spoil = (way: typeof bucket.way) => Object.assign(bucket, { way, after: -1 });
afterEach(() => {
  Object.assign(bucket, { way: 'open', after: 0 });
  vi.restoreAllMocks();
});
afterAll(async () => {
  await bucket.close();
  rmSync(dataDirectory, { recursive: true });
});

test('without a bucket nothing is asked', async () => {
  await needBucket({ photoBucket: null, dataDirectory });
  expect(existsSync(join(dataDirectory, 'bucket-owner'))).toBe(false);
});

test('one that never answered is not begun with', async () => {
  spoil('down');
  const first = { photoBucket, dataDirectory };
  await expect(needBucket(first)).rejects.toThrow('HUIYIN_S3_URL does not answer.');
  // It answers, and what is written goes astray: no claim is left either, so the next start refuses too.
  spoil('half');
  for (let nth = 0; nth < 2; nth++) {
    await expect(needBucket(first)).rejects.toThrow('HUIYIN_S3_URL does not answer.');
    expect(existsSync(join(dataDirectory, 'bucket-owner'))).toBe(false);
  }
});

test('it is tried and claimed, and claimed again by the same', async () => {
  await needBucket({ photoBucket, dataDirectory });
  await needBucket({ photoBucket, dataDirectory });
  expect(readFileSync(join(dataDirectory, 'bucket-owner'), 'utf8')).toMatch(/^[\da-f-]{36}$/);
});

test('one that was used before and does not answer is waited for, and that is said', async () => {
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(`${text}`) > 0);
  spoil('down');
  await needBucket({ photoBucket, dataDirectory });
  expect(said.join('')).toContain('HUIYIN_S3_URL does not answer. Photos wait until it does;');
});

test('another data directory does not get it, unless the first gave it up', async () => {
  const other = mkdtempSync(join(tmpdir(), 'huiyin-claim-'));
  await expect(needBucket({ photoBucket, dataDirectory: other })).rejects.toThrow(
    /^HUIYIN_S3_URL names a bucket of another data directory/,
  );
  expect(existsSync(join(other, 'bucket-owner'))).toBe(false);
  await bucketStore(photoBucket).drop('owner');
  await needBucket({ photoBucket, dataDirectory: other });
  await expect(needBucket({ photoBucket, dataDirectory })).rejects.toThrow(
    /another data directory/,
  );
  rmSync(other, { recursive: true });
});

test('npm start refuses: half set, a wrong secret, a bucket that is not there; no secret is told', async () => {
  const data = join(dataDirectory, 'start');
  const set = {
    ...{ HUIYIN_DATA: data, PORT: `${await freePort()}`, HUIYIN_S3_URL: bucket.url },
    ...{ HUIYIN_S3_KEY_ID: 'S3RVER', HUIYIN_S3_SECRET: 'hidden-secret' },
  };
  const start = (more: Record<string, string>) =>
    runScript('start', [], { ...set, ...more }).answer;
  expect(await start({ HUIYIN_S3_SECRET: '' })).toEqual({
    code: 1,
    said: 'HUIYIN_S3_SECRET must be set too: photos go into a bucket only with address, key and secret.',
  });
  const denied = await start({});
  expect(denied).toEqual({ code: 1, said: expect.stringMatching(/^HUIYIN_S3_URL answers 403: /) });
  expect(denied.said).not.toContain('hidden-secret');
  const right = { HUIYIN_S3_SECRET: bucketKeys.secret };
  expect(await start({ ...right, HUIYIN_S3_URL: bucket.url.replace('huiyin', 'other') })).toEqual({
    code: 1,
    said: 'HUIYIN_S3_URL: there is no such bucket; make it first.',
  });
}, 60_000);

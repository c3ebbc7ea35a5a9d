import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { photoAnswer } from '@/lib/photos/answer';
import { changedFiles } from '@/lib/photos/changed-files';
import { checkedPhoto } from '@/lib/photos/checked';
import { type Holder, sweepPhotos } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { keepBack, releasePhoto } from '@/lib/photos/release';
import { openReleased } from '@/lib/photos/released';
import { deleteLarge, wouldGo } from '@/lib/photos/retention';
import { testBucket } from '../support/bucket';
import { newId, person, ready } from '../support/county';
import { pdf } from '../support/pdf-files';
import { fromTelephone } from '../support/photo-files';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-retention-'));
const bucket = await testBucket();
const { bucketKeys } = await import('../support/bucket');
const place = { photoBucket: null as object | null };
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, settings: () => ({ ...real.settings(), ...place, dataDirectory: folder }) };
});

await ready();
beforeEach(() => {
  place.photoBucket = null;
  bucket.way = 'open';
});

const pathOf = (id: string, end: string) => join(folder, 'photos', id.slice(-2), `${id}.${end}`);

async function one(holder: Holder, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(bytes)]), 'a');
  const request = new Request('http://here/photos', { method: 'POST', body: form });
  const [line] = (await receivePhotos(request, holder)) ?? [];
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

let numbers = 0;
interface Filed {
  appealId: string;
  caseNumber: string;
  voiceId: string;
  picture: string;
  paper: string;
}

async function filed(): Promise<Filed> {
  const holder: Holder = `draft:${newId()}`;
  const [picture, paper] = [await one(holder, await fromTelephone()), await one(holder, pdf())];
  numbers += 1;
  const input = { what: '单元门关不上', place: `安泉里 ${numbers} 号楼` };
  const done = await fileAppeal(
    { input, photos: { holder, ids: [picture, paper] } },
    mintResident(),
  );
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...done, picture, paper };
}

/** Closed so many days ago, and to be reopened until so many days ago. */
async function closed(it: Filed, days: number, reopen: number): Promise<void> {
  const step = { appealId: it.appealId, verb: 'withdraw' as const, input: { pressed: 'no' } };
  const done = await perform(step, mintVoice(it.voiceId, it.appealId));
  if (!done.ok) throw new Error(JSON.stringify(done));
  await since(it, days, reopen);
}

const since = ({ appealId }: Filed, days: number, reopen: number) => db().$executeRaw`
  UPDATE "Appeal" SET "closedAt" = now() - make_interval(days => ${days}::int),
    "reopenUntil" = now() - make_interval(days => ${reopen}::int) WHERE id = ${appealId}::uuid`;

const statusOf = async (id: string, size: 'large' | 'small') =>
  (await photoAnswer(id, size)).status;

async function faults(): Promise<string[]> {
  const found: string[] = [];
  for await (const { fault } of changedFiles()) found.push(fault);
  return found.sort();
}

it('goes when its case has been closed for as long as is laid down; what is small, released and in the log stays', async () => {
  const [open, young, mayReopen, old] = [
    await filed(),
    await filed(),
    await filed(),
    await filed(),
  ];
  const checker = person('zhoumin');
  const wanted = { caseNumber: old.caseNumber, id: old.picture };
  const input = { nth: '0', checked: 'yes', cell: '5' };
  const released = await releasePhoto(checker, { ...wanted, input });
  if (!released.ok) throw new Error(released.code);
  await closed(young, 364, 300);
  await closed(mayReopen, 400, -2);
  await closed(old, 366, 300);
  const whole = readFileSync(pathOf(old.picture, 'large.webp'));

  // A dry run counts and touches nothing.
  expect(await wouldGo(0)).toMatchObject({ pictures: 1, pdfs: 1, cases: 1 });
  expect((await wouldGo(0)).bytes).toBe(whole.length + pdf().length);
  expect(await wouldGo(5)).toMatchObject({ pictures: 3, pdfs: 3, cases: 3 });
  expect(await statusOf(old.picture, 'large')).toBe(200);
  expect(await faults()).toEqual([]);

  expect(await deleteLarge()).toBe(2);
  expect(await deleteLarge()).toBe(0);
  for (const [it, there] of [
    ...[open, young, mayReopen].map((one) => [one, true] as const),
    [old, false] as const,
  ]) {
    expect(existsSync(pathOf(it.picture, 'large.webp'))).toBe(there);
    expect(existsSync(pathOf(it.paper, 'paper.pdf'))).toBe(there);
    expect(existsSync(pathOf(it.picture, 'small.webp'))).toBe(true);
    expect(await statusOf(it.picture, 'large')).toBe(there ? 200 : 404);
    expect(await statusOf(it.paper, 'large')).toBe(there ? 200 : 404);
    expect(await statusOf(it.picture, 'small')).toBe(200);
  }
  expect(await openReleased(released.id)).not.toBeNull();
  const view = await viewCase(mintVoice(old.voiceId, old.appealId), old.caseNumber);
  expect(view?.story[0]?.photos.map((it) => it.goneAt)).toEqual([
    expect.any(Date),
    expect.any(Date),
  ]);
  // When and where it was taken went with it.
  const row = await db().photo.findUniqueOrThrow({ where: { id: old.picture } });
  expect(row.evidence).toBeNull();
  const other = await db().photo.findUniqueOrThrow({ where: { id: young.picture } });
  expect(other.evidence).not.toBeNull();
  // One line says that it was done, of how many and by which rule, and of no case.
  const line = await db().change.findFirstOrThrow({ where: { action: 'largeDeleted' } });
  expect(line).toMatchObject({
    ...{ subject: 'photo', personId: null },
    after: { pictures: 1, pdfs: 1, daysKept: 365 },
  });
  expect(await db().change.count({ where: { action: 'largeDeleted' } })).toBe(1);
  // The log still adds up, and its picture is not called missing.
  expect((await verifyChains()).faults).toEqual([]);
  expect(await faults()).toEqual([]);

  // Nothing is made of it any more; that it is kept back can still be said.
  const found = await checkedPhoto(checker, old.caseNumber, old.picture);
  expect(found?.photo).toMatchObject({ goneAt: expect.any(Date), evidence: false });
  const again = { nth: '1', checked: 'yes', cell: '6' };
  expect(await releasePhoto(checker, { ...wanted, input: again })).toMatchObject({
    code: 'largeGone',
  });
  const kept = await keepBack(checker, { ...wanted, input: { nth: '1', reason: '有孩子' } });
  expect(kept.ok).toBe(true);

  // Nor is the row changed otherwise, or back.
  for (const data of [{ largeGoneAt: null }, { largeGoneAt: new Date() }, { width: 1 }]) {
    await expect(db().photo.updateMany({ where: { id: old.picture }, data })).rejects.toThrow(
      /does not change/,
    );
  }
  const both = { largeGoneAt: new Date(), sha256: '0'.repeat(64) };
  await expect(db().photo.updateMany({ where: { id: young.picture }, data: both })).rejects.toThrow(
    /does not change/,
  );
});

it('as many days as administration says; a case merged into one that is open waits for it', async () => {
  await db().$executeRaw`UPDATE "Installation" SET "photoDays" = 40`;
  // What other tests left.
  await deleteLarge();
  await db().$executeRaw`UPDATE "Installation" SET "photoDays" = 365`;
  const [source, middle, target] = [await filed(), await filed(), await filed()];
  await closed(source, 50, 20);
  await closed(middle, 50, 20);
  expect((await wouldGo(0)).cases).toBe(0);
  await db().$executeRaw`UPDATE "Installation" SET "photoDays" = 40`;
  const merges = [
    [source, middle],
    [middle, target],
  ] as const;
  for (const [from, into] of merges) {
    const round = await db().round.findFirstOrThrow({ where: { appealId: from.appealId } });
    await db().merge.create({
      data: {
        ...{ id: newId(), sourceId: from.appealId, targetId: into.appealId, roundId: round.id },
        ...{ wasStatus: 'filed', seq: 2, at: new Date() },
      },
    });
  }
  expect((await wouldGo(0)).cases).toBe(0);
  await closed(target, 30, 20);
  expect((await wouldGo(0)).cases).toBe(0);
  await since(target, 41, 20);
  expect((await wouldGo(0)).cases).toBe(3);
  expect(await deleteLarge()).toBe(6);
  await db().$executeRaw`UPDATE "Installation" SET "photoDays" = 365`;
});

it('a process killed between row and files: nothing is served, verify says so, and the sweep ends it', async () => {
  const it = await filed();
  const bytes = readFileSync(pathOf(it.picture, 'large.webp'));
  await closed(it, 366, 300);
  expect(await deleteLarge()).toBe(2);
  const ago = new Date(Date.now() - 2 * 86_400_000);
  for (const [path, content] of [
    [pathOf(it.picture, 'large.webp'), bytes],
    [pathOf(it.paper, 'paper.pdf'), pdf()],
  ] as const) {
    writeFileSync(path, content);
    utimesSync(path, ago, ago);
  }
  utimesSync(pathOf(it.picture, 'small.webp'), ago, ago);
  expect(await statusOf(it.picture, 'large')).toBe(404);
  expect(await statusOf(it.paper, 'large')).toBe(404);
  expect(await faults()).toEqual(['pdfLeft', 'pictureLeft']);
  for (const id of [it.picture, it.paper]) {
    const nth = Number.parseInt(id.slice(-2), 16);
    const now = new Date((Math.floor(Date.now() / 60_000 / 256) * 256 + nth) * 60_000);
    vi.useFakeTimers({ now, toFake: ['Date'] });
    await sweepPhotos();
    vi.useRealTimers();
  }
  expect(await faults()).toEqual([]);
  expect(existsSync(pathOf(it.picture, 'large.webp'))).toBe(false);
  expect(existsSync(pathOf(it.picture, 'small.webp'))).toBe(true);
});

it('in a bucket too; one that is away keeps the row from nothing, and is tidied up later', async () => {
  place.photoBucket = { url: bucket.url, ...bucketKeys };
  const it = await filed();
  await closed(it, 366, 300);
  expect(await statusOf(it.picture, 'large')).toBe(200);
  bucket.way = 'down';
  expect(await deleteLarge()).toBe(2);
  expect(await statusOf(it.picture, 'large')).toBe(404);
  bucket.way = 'open';
  expect(await faults()).toEqual(['pdfLeft', 'pictureLeft']);
  for (const id of [it.picture, it.paper]) {
    // Hours later: the files of a store are as old as it says.
    const day = Math.floor(Date.now() / 60_000 / 256 + 8) * 256;
    const now = new Date((day + Number.parseInt(id.slice(-2), 16)) * 60_000);
    vi.useFakeTimers({ now, toFake: ['Date'] });
    await sweepPhotos();
    vi.useRealTimers();
  }
  expect(await faults()).toEqual([]);
  expect(await statusOf(it.picture, 'small')).toBe(200);
  await bucket.close();
});

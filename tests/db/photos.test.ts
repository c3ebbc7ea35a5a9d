// ASVS 5.0: 5.2.1, 5.2.2, 5.3.1, 5.3.2
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { changedFiles } from '@/lib/photos/changed-files';
import { openPhoto, type PhotoSize } from '@/lib/photos/folder';
import { dropHeld, type Holder, heldPhotos, sweepPhotos } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { recode } from '@/lib/photos/recode';
import { person, ready } from '../support/county';
import { fromTelephone, type PhotoFile, photoFiles } from '../support/photo-files';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-photos-'));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, settings: () => ({ ...real.settings(), dataDirectory: folder }) };
});

await ready();

const holderOf = (name: string): Holder => `draft:${name}`;

function send(holder: Holder, ...files: (readonly [string, Buffer])[]) {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('photo', new Blob([new Uint8Array(bytes)]), name);
  return receivePhotos(new Request('http://here/photos', { method: 'POST', body: form }), holder);
}

async function one(holder: Holder): Promise<string> {
  const [line] = (await send(holder, ['a.jpg', await fromTelephone()])) ?? [];
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

async function bytesOf(id: string, size: PhotoSize): Promise<Buffer> {
  const found = await openPhoto(id, size);
  const parts: Buffer[] = [];
  for await (const part of found?.stream ?? []) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

let canary: Buffer;
beforeAll(async () => {
  canary = await fromTelephone();
});

it('each of many files, good and bad, becomes what is said of it; of pictures nothing a camera wrote is left', async () => {
  const files = await photoFiles();
  expect(files.length).toBeGreaterThanOrEqual(160);
  // Control: it is in what was sent, so that this look would find it.
  expect(canary.includes('EXIF-CANARY')).toBe(true);
  const wrong: string[] = [];
  const look = async ({ name, bytes, becomes }: PhotoFile, nth: number) => {
    const holder = holderOf(`corpus-${nth}`);
    const [line] = (await send(holder, [name, bytes])) ?? [];
    const kind = line?.photo?.kind === 'pdf' ? 'pdf' : 'taken';
    const became = line?.photo ? kind : (line?.problem ?? 'nothing');
    if (![becomes].flat().includes(became as never)) wrong.push(`${name}: ${became}`);
    if (!line?.photo) return;
    if (kind === 'pdf') {
      expect((await bytesOf(line.photo.id, 'paper')).equals(bytes), name).toBe(true);
      for (const size of ['large', 'small'] as const) {
        expect(await openPhoto(line.photo.id, size), name).toBeNull();
      }
      return;
    }
    for (const size of ['large', 'small'] as const) {
      const made = await bytesOf(line.photo.id, size);
      expect(made.subarray(8, 12).toString(), name).toBe('WEBP');
      for (const trace of ['EXIF', 'Exif', 'CANARY', 'script', '<?php', '%PDF', 'PK\u0003']) {
        expect(made.includes(trace), `${trace} in ${name}`).toBe(false);
      }
    }
  };
  // As many at once as may wait.
  for (let nth = 0; nth < files.length; nth += 16) {
    await Promise.all(files.slice(nth, nth + 16).map((it, at) => look(it, nth + at)));
  }
  expect(wrong).toEqual([]);
  // What came in is gone.
  expect(readdirSync(join(folder, 'photos', 'incoming'))).toEqual([]);
}, 120_000);

it('when and where it was taken is kept apart, readable to nobody who reads the table', async () => {
  const id = await one(holderOf('evidence'));
  const row = await db().photo.findUniqueOrThrow({ where: { id } });
  expect(row.evidence).toBeTruthy();
  expect(JSON.stringify(row)).not.toMatch(/2026-11-20|39\.9|116\.3/);
});

it('too much is refused: seven pictures, a file over 20 MB, no form at all', async () => {
  const holder = holderOf('much');
  for (let nth = 0; nth < 6; nth++) await one(holder);
  expect(await send(holder, ['a.jpg', canary])).toMatchObject([{ problem: 'photoTooMany' }]);
  const large = Buffer.concat([canary, Buffer.alloc(20 * 1024 * 1024)]);
  expect(await send(holderOf('large'), ['a.jpg', large])).toMatchObject([
    { problem: 'photoTooLarge' },
  ]);
  const text = new Request('http://here/photos', { method: 'POST', body: 'photo=1' });
  expect(await receivePhotos(text, holder)).toBeNull();
});

it('go with a filing and a step, bound into the log; shown to whoever reads it, taken once', async () => {
  const holder = holderOf('filed');
  const id = await one(holder);
  const input = { what: '路牙石裂了，轮椅上不去', place: '学府路 3 号' };
  const filing = { input, photos: { holder, ids: [id] } };
  const filed = await fileAppeal(filing, mintResident());
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  expect(await heldPhotos(holder)).toEqual([]);
  const voice = mintVoice(filed.voiceId, filed.appealId);
  const own = await viewCase(voice, filed.caseNumber);
  expect(own?.story[0]?.photos.map((it) => it.id)).toEqual([id]);
  const { sha256 } = await db().photo.findUniqueOrThrow({ where: { id } });
  expect(own?.story[0]?.facts.photos).toEqual([{ id, sha256 }]);
  // A second filing does not get it, and neither does anybody who does not hold it.
  expect(
    await fileAppeal({ ...filing, input: { ...input, place: '别处' } }, mintResident()),
  ).toMatchObject({
    code: 'photosGone',
  });
  const other = await one(holderOf('another'));
  const wanted = { holder: holderOf('thief'), ids: [other] };
  const step = {
    appealId: filed.appealId,
    verb: 'supplement' as const,
    input: { words: '还有一张' },
  };
  expect(await perform({ ...step, photos: wanted }, voice)).toMatchObject({ code: 'photosGone' });
  // A step that brings none refuses them instead of losing them.
  const withdrawn = { ...step, verb: 'withdraw' as const, input: { pressed: 'no' } };
  const own2 = { holder: holderOf('another'), ids: [other] };
  expect(await perform({ ...withdrawn, photos: own2 }, voice)).toMatchObject({
    code: 'photosNotHere',
  });
  expect(await heldPhotos(holderOf('another'))).toHaveLength(1);

  const dispatcher = await viewCase(person('chenjing'), filed.caseNumber);
  expect(dispatcher?.story[0]?.photos).toHaveLength(1);
  // A file that is not what the log says is found, and one that is gone.
  const faults = async () => {
    const found: string[] = [];
    for await (const it of changedFiles()) found.push(`${it.caseNumber} ${it.seq} ${it.fault}`);
    return found;
  };
  expect(await faults()).toEqual([]);
  expect((await verifyChains()).faults).toEqual([]);
  const path = join(folder, 'photos', id.slice(-2), `${id}.large.webp`);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole, Buffer.from('x')]));
  expect(await faults()).toEqual([`${filed.caseNumber} 1 pictureAltered`]);
  rmSync(path);
  expect(await faults()).toEqual([`${filed.caseNumber} 1 pictureMissing`]);
  writeFileSync(path, whole);
  // What a step has taken stays: nobody changes or deletes it, and its holder no longer can.
  await dropHeld(holder, id);
  expect(await bytesOf(id, 'large')).not.toHaveLength(0);
  await expect(db().photo.deleteMany({ where: { id } })).rejects.toThrow(/does not change/);
  await expect(
    db().photo.updateMany({ where: { id }, data: { sha256: '0'.repeat(64) } }),
  ).rejects.toThrow(/does not change/);
});

it('two steps that want the same picture: one gets it', async () => {
  const holder = holderOf('race');
  const id = await one(holder);
  const filings = ['一号', '二号', '三号'].map((place) =>
    fileAppeal(
      { input: { what: '井圈松了', place }, photos: { holder, ids: [id] } },
      mintResident(),
    ),
  );
  const done = await Promise.all(filings);
  expect(done.filter((it) => it.ok)).toHaveLength(1);
});

it('what no step took is forgotten after its days, files too', async () => {
  const id = await one(holderOf('forgotten'));
  expect(await sweepPhotos()).toBe(0);
  await db().$executeRaw`
    UPDATE "Photo" SET "createdAt" = "createdAt" - interval '9 days' WHERE id = ${id}::uuid`;
  expect(await sweepPhotos()).toBe(1);
  expect(await openPhoto(id, 'large')).toBeNull();
});

/** A form of one picture, of which only the first bytes come; then it ends, or its sender goes away. */
function broken(bytes: Buffer, after: number, how: 'ends' | 'goes'): Request {
  const head = `--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(whole.subarray(0, after)));
      if (how === 'ends') controller.close();
      else controller.error(new Error('gone'));
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request('http://here/photos', init as RequestInit);
}

it('a sending that breaks off disturbs nobody and leaves nothing', async () => {
  const bytes = Buffer.concat([canary, Buffer.alloc(100_000, 7)]);
  for (const how of ['ends', 'goes'] as const) {
    for (const after of [0, 20, 150, 400, 3_000, 12_000, 50_000, 90_000]) {
      expect(await receivePhotos(broken(bytes, after, how), holderOf('broken'))).toBeNull();
    }
  }
  expect(await heldPhotos(holderOf('broken'))).toEqual([]);
  expect(readdirSync(join(folder, 'photos', 'incoming'))).toEqual([]);
  // Control: whole, it is taken.
  const whole = broken(canary, canary.length + 200, 'ends');
  expect(await receivePhotos(whole, holderOf('broken'))).toMatchObject([{ problem: null }]);
});

it('of seven in one form six are kept and the seventh is told; two forms at once keep six together', async () => {
  const seven = Array.from({ length: 7 }, (_, nth) => [`${nth}.jpg`, canary] as const);
  const lines = (await send(holderOf('seven'), ...seven)) ?? [];
  expect(lines.filter((it) => it.photo)).toHaveLength(6);
  expect(lines.at(-1)).toMatchObject({ photo: null, problem: 'photoTooMany' });
  const four = seven.slice(0, 4);
  await Promise.all([send(holderOf('both'), ...four), send(holderOf('both'), ...four)]);
  expect(await heldPhotos(holderOf('both'))).toHaveLength(6);
});

it('files a killed process left are swept: what was coming in, and pictures no row speaks of', async () => {
  const id = await one(holderOf('orphan'));
  const stray = join(folder, 'photos', 'incoming', 'stray');
  writeFileSync(stray, canary);
  await db().$executeRaw`DELETE FROM "Photo" WHERE id = ${id}::uuid`;
  const ago = new Date(Date.now() - 2 * 3_600_000);
  const path = join(folder, 'photos', id.slice(-2), `${id}.large.webp`);
  const nth = Number.parseInt(id.slice(-2), 16);
  const at = new Date((Math.floor(Date.now() / 60_000 / 256) * 256 + nth) * 60_000);
  for (const it of [stray, path])
    utimesSync(it, new Date(+ago - 86_400_000), new Date(+ago - 86_400_000));
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
  await sweepPhotos();
  vi.useRealTimers();
  expect(existsSync(stray)).toBe(false);
  expect(existsSync(path)).toBe(false);
});

it('where nothing can be written it is said so: neither too large nor broken, and nothing is held', async () => {
  const [place, aside] = ['incoming', 'aside'].map((it) => join(folder, 'photos', it));
  // As on a full disk, where no file can be begun.
  renameSync(place ?? '', aside ?? '');
  writeFileSync(place ?? '', '');
  const holder = holderOf('full');
  expect(await send(holder, ['a.jpg', canary])).toMatchObject([{ problem: 'photoStore' }]);
  rmSync(place ?? '');
  renameSync(aside ?? '', place ?? '');
  const from = join(folder, 'from.jpg');
  writeFileSync(from, canary);
  expect(await recode(from, '/dev/full', join(folder, 'small'))).toEqual({ code: 'photoStore' });
  expect(await heldPhotos(holder)).toEqual([]);
  // Control: with room it is taken.
  expect(await send(holder, ['a.jpg', canary])).toMatchObject([{ problem: null }]);
});

// ASVS 5.0: 3.2.1, 5.2.2, 5.4.1, 5.4.2
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { photoIdFor } from '@/lib/appeals/queries/photos';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { photoAnswer } from '@/lib/photos/answer';
import { changedFiles } from '@/lib/photos/changed-files';
import { checkedPhoto, checkedPhotos } from '@/lib/photos/checked';
import { openPhoto } from '@/lib/photos/folder';
import { dropHeld, type Holder, heldPhotos, sweepPhotos } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { releasePhoto } from '@/lib/photos/release';
import { newId, person, ready } from '../support/county';
import { pdf, stream } from '../support/pdf-files';
import { fromTelephone } from '../support/photo-files';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-pdfs-'));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, settings: () => ({ ...real.settings(), dataDirectory: folder }) };
});

await ready();

const holderOf = (): Holder => `draft:${newId()}`;
const pathOf = (id: string) => join(folder, 'photos', id.slice(-2), `${id}.paper.pdf`);

function send(holder: Holder, ...files: Buffer[]) {
  const form = new FormData();
  for (const bytes of files) form.append('photo', new Blob([new Uint8Array(bytes)]), 'a.pdf');
  return receivePhotos(new Request('http://here/photos', { method: 'POST', body: form }), holder);
}

async function one(holder: Holder, bytes = pdf()): Promise<string> {
  const [line] = (await send(holder, bytes)) ?? [];
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

async function faults(): Promise<string[]> {
  const found: string[] = [];
  for await (const { fault } of changedFiles()) found.push(fault);
  return found;
}

it('goes with a filing beside a picture, is saved and never shown, and is bound into the log', async () => {
  const holder = holderOf();
  const page = Buffer.concat([Buffer.from('<script>alert(1)</script>'), pdf()]);
  const paper = await one(holder, page);
  const picture = await one(holder, await fromTelephone());
  const input = { what: '合同写明包暖气，却一直不热', place: '学府路 3 号' };
  const filed = await fileAppeal(
    { input, photos: { holder, ids: [paper, picture] } },
    mintResident(),
  );
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const { caseNumber } = filed;
  const view = await viewCase(mintVoice(filed.voiceId, filed.appealId), caseNumber);
  const kinds = { kind: 'pdf', id: paper, bytes: page.length, goneAt: null };
  expect(view?.story[0]?.photos).toEqual([kinds, expect.objectContaining({ kind: 'picture' })]);
  expect(await photoIdFor(person('chenjing'), caseNumber, paper)).toBe(paper);
  // The handler of another place reads neither.
  expect(await photoIdFor(person('maqiang'), caseNumber, paper)).toBeNull();

  for (const size of ['large', 'small'] as const) {
    const answer = await photoAnswer(paper, size);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${paper.slice(-8)}.pdf"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-length': `${page.length}`,
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(page)).toBe(true);
  }
  // Control: a picture is still a picture.
  const shown = await photoAnswer(picture, 'small');
  expect(shown.headers.get('content-disposition')).toMatch(/^inline/);

  expect((await verifyChains()).faults).toEqual([]);
  expect(await faults()).toEqual([]);
  writeFileSync(pathOf(paper), 'x', { flag: 'a' });
  expect(await faults()).toEqual(['pdfAltered']);
  rmSync(pathOf(paper));
  expect(await faults()).toEqual(['pdfMissing']);
  expect((await photoAnswer(paper, 'large')).status).toBe(404);
  writeFileSync(pathOf(paper), page);
  await expect(db().photo.deleteMany({ where: { id: paper } })).rejects.toThrow(/does not change/);
});

it('is offered to nobody who checks what everybody sees, and the database releases none', async () => {
  const holder = holderOf();
  const ids = [await one(holder), await one(holder, await fromTelephone())];
  const [paper = '', picture = ''] = ids;
  const input = { what: '合同不算数', place: '学府路 5 号' };
  const filed = await fileAppeal({ input, photos: { holder, ids } }, mintResident());
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const checker = person('zhoumin');
  const view = await viewCase(checker, filed.caseNumber);
  if (!view) throw new Error('not to be read');
  expect((await checkedPhotos(checker, view.file)).map((it) => it.id)).toEqual([picture]);
  expect(await checkedPhoto(checker, filed.caseNumber, paper)).toBeNull();
  const wanted = { caseNumber: filed.caseNumber, input: { nth: '0', checked: 'yes' } };
  expect(await releasePhoto(checker, { ...wanted, id: paper })).toEqual({
    ok: false,
    code: 'notFound',
  });
  expect(await releasePhoto(checker, { ...wanted, id: picture })).toMatchObject({ ok: true });
  const row = { across: 12, cells: [], reason: '不行', personId: checker.personId, at: new Date() };
  const data = { id: newId(), photoId: paper, nth: 1, ...row };
  await expect(db().photoRelease.create({ data })).rejects.toThrow(/only pictures are released/);
});

it('counts among the six; one of just 20 MB is taken, a byte more is not', async () => {
  const holder = holderOf();
  for (let nth = 0; nth < 3; nth++) {
    await one(holder);
    await one(holder, await fromTelephone());
  }
  expect(await send(holder, pdf())).toMatchObject([{ photo: null, problem: 'photoTooMany' }]);
  const filling = (bytes: number) => pdf({ objects: [stream('', Buffer.alloc(bytes, 0x5a))] });
  const around = filling(10_000_000).length - 10_000_000;
  const most = 20 * 1024 * 1024;
  // Numbers in it have as many digits at either size.
  const [fits, over] = [filling(most - around), filling(most - around + 1)];
  expect([fits.length, over.length]).toEqual([most, most + 1]);
  expect(await send(holderOf(), fits)).toMatchObject([{ problem: null, photo: { bytes: most } }]);
  expect(await send(holderOf(), over)).toMatchObject([{ problem: 'photoTooLarge' }]);
});

it('is gone when its sender takes it off, when no step took it, and when no row speaks of it', async () => {
  const holder = holderOf();
  const off = await one(holder);
  expect(existsSync(pathOf(off))).toBe(true);
  await dropHeld(holderOf(), off);
  expect(existsSync(pathOf(off))).toBe(true);
  await dropHeld(holder, off);
  expect(existsSync(pathOf(off))).toBe(false);

  const forgotten = await one(holder);
  await db().$executeRaw`
    UPDATE "Photo" SET "createdAt" = "createdAt" - interval '9 days' WHERE id = ${forgotten}::uuid`;
  expect(await sweepPhotos()).toBe(1);
  expect(await heldPhotos(holder)).toEqual([]);
  expect(await openPhoto(forgotten, 'paper')).toBeNull();

  const orphan = await one(holder);
  await db().$executeRaw`DELETE FROM "Photo" WHERE id = ${orphan}::uuid`;
  const ago = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(pathOf(orphan), ago, ago);
  const nth = Number.parseInt(orphan.slice(-2), 16);
  const now = new Date((Math.floor(Date.now() / 60_000 / 256) * 256 + nth) * 60_000);
  vi.useFakeTimers({ now, toFake: ['Date'] });
  await sweepPhotos();
  vi.useRealTimers();
  expect(existsSync(pathOf(orphan))).toBe(false);
});

it('a row says what it is: a PDF with sides, and a picture without, are none', async () => {
  const row = { holder: holderOf(), sha256: '0'.repeat(64), bytes: 1, createdAt: new Date() };
  const sides = { width: 6, height: 4 };
  const none = { width: null, height: null };
  const made = (data: object) => db().photo.create({ data: { id: newId(), ...row, ...data } });
  await expect(made({ kind: 'pdf', ...sides })).rejects.toThrow(/Photo_kind/);
  await expect(made({ kind: 'picture', ...none })).rejects.toThrow(/Photo_kind/);
  await expect(made({ kind: 'page', ...none })).rejects.toThrow(/Photo_kind/);
  await made({ kind: 'pdf', ...none });
});

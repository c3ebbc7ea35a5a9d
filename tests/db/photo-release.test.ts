import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { closeLimiter } from '@/lib/auth/limiter';
import { revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { mintPerson, mintResident, mintVoice, type PersonActor } from '@/lib/people/actor';
import { coveredAnswer, releasedAnswer } from '@/lib/photos/answer';
import { changedFiles } from '@/lib/photos/changed-files';
import { checkedPhoto } from '@/lib/photos/checked';
import { type Holder, sweepPhotos } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { keepBack, releasePhoto } from '@/lib/photos/release';
import { openReleased, releasedPhotosOf } from '@/lib/photos/released';
import { revealTaken } from '@/lib/photos/taken';
import { newId, person, ready, unitId } from '../support/county';
import { fromTelephone } from '../support/photo-files';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-release-'));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, settings: () => ({ ...real.settings(), dataDirectory: folder }) };
});

/** Where the folder keeps it. */
const photoPath = (id: string, size: string) =>
  join(folder, 'photos', id.slice(-2), `${id}.${size}.webp`);

await ready();
afterAll(closeLimiter);

const checker = person('zhoumin');

interface Filed {
  appealId: string;
  caseNumber: string;
  voiceId: string;
  /** Of the picture that came with it. */
  id: string;
}

async function held(holder: Holder, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(bytes)]), 'a.jpg');
  const request = new Request('http://here/photos', { method: 'POST', body: form });
  const [line] = (await receivePhotos(request, holder)) ?? [];
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

let filings = 0;
async function filed(bytes?: Buffer): Promise<Filed> {
  const holder: Holder = `draft:${newId()}`;
  const id = await held(holder, bytes ?? (await fromTelephone(480, 360)));
  filings += 1;
  const input = { what: '路牙石裂了，轮椅上不去', place: `学府路 ${filings} 号` };
  const done = await fileAppeal({ input, photos: { holder, ids: [id] } }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...done, id };
}

const show = ({ caseNumber, id }: Filed, input: object, by = checker) =>
  releasePhoto(by, { caseNumber, id, input: { nth: '0', checked: 'yes', ...input } });

const keep = ({ caseNumber, id }: Filed, input: object, by = checker) =>
  keepBack(by, { caseNumber, id, input: { nth: '0', reason: '看得清孩子的脸', ...input } });

async function bytesOf(id: string): Promise<Buffer | null> {
  const found = await openReleased(id);
  if (!found) return null;
  const parts: Buffer[] = [];
  for await (const part of found.stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A picture of 12 × 9 squares of forty pixels, with one of them of this colour, without a loss. */
async function withSquare(
  colour: string,
  [column, row]: readonly [number, number],
): Promise<Buffer> {
  const square = { create: { width: 40, height: 40, channels: 3 as const, background: colour } };
  const input = await sharp(square).png().toBuffer();
  return sharp({ create: { width: 480, height: 360, channels: 3, background: '#8899aa' } })
    .composite([{ input, left: column * 40, top: row * 40 }])
    .webp({ lossless: true })
    .toBuffer();
}

it('nothing of what lay under a block is in what is released: whatever it was, the bytes are the same', async () => {
  const results = async (square: readonly [number, number], cells: readonly number[]) => {
    const all = new Set<string>();
    for (const colour of ['#ff0000', '#00ff00', '#ffffff']) {
      const id = newId();
      const path = photoPath(id, 'large');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await withSquare(colour, square));
      const sides = { width: 480, height: 360 };
      const answer = await coveredAnswer({ id, ...sides }, { across: 12, cells });
      expect(answer.status).toBe(200);
      all.add(Buffer.from(await answer.arrayBuffer()).toString('base64'));
    }
    return all.size;
  };
  expect(await results([3, 2], [2 * 12 + 3])).toBe(1);
  // Controls: another square is covered, or none.
  expect(await results([8, 2], [2 * 12 + 3])).toBe(3);
  expect(await results([3, 2], [])).toBe(3);
});

it('what is released is small, of one colour where it is covered, and carries nothing a camera wrote', async () => {
  const it = await filed(await fromTelephone(1600, 1200));
  const before = await releasedPhotosOf(it.appealId);
  expect(before).toEqual([]);
  const done = await show(it, { cell: ['0', '1', '107'] });
  if (!done.ok) throw new Error(done.code);
  const [released] = await releasedPhotosOf(it.appealId);
  expect(released).toMatchObject({ photoId: it.id, seq: 1, width: 1280, height: 960 });
  const bytes = (await bytesOf(done.id)) ?? Buffer.alloc(0);
  for (const trace of ['EXIF', 'Exif', 'CANARY']) expect(bytes.includes(trace)).toBe(false);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info.width).toBe(1280);
  const at = (x: number, y: number) => [
    ...data.subarray((y * 1280 + x) * 3, (y * 1280 + x) * 3 + 3),
  ];
  for (const [x, y] of [
    [5, 5],
    [200, 90],
    [1275, 955],
  ] as const) {
    const [r = 255, g = 255, b = 255] = at(x, y);
    expect(Math.max(Math.abs(r - 27), Math.abs(g - 37), Math.abs(b - 39))).toBeLessThan(12);
  }
  // What was looked at is what is released, to the byte.
  const { width, height } = await db().photo.findUniqueOrThrow({ where: { id: it.id } });
  if (width === null || height === null) throw new Error('a picture has sides');
  const blocks = { across: 12 as const, cells: [0, 1, 107] };
  const preview = await coveredAnswer({ id: it.id, width, height }, blocks);
  expect(Buffer.from(await preview.arrayBuffer()).equals(bytes)).toBe(true);
  const answer = await releasedAnswer(done.id);
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  // The picture as it was sent is not to be had by the id of its release.
  expect(existsSync(photoPath(done.id, 'large'))).toBe(false);
  expect(readdirSync(join(folder, 'photos', 'incoming'))).toEqual([]);
});

it('a later decision replaces an earlier one; both are kept, and what was withdrawn is gone', async () => {
  const it = await filed();
  const first = await show(it, { cell: '5' });
  if (!first.ok) throw new Error(first.code);
  // Whoever decided on what they had not seen is told.
  expect(await show(it, { cell: '6' })).toMatchObject({ code: 'decidedMeanwhile' });
  expect(await keep(it, {})).toMatchObject({ code: 'decidedMeanwhile' });
  const second = await show(it, { cell: '6', nth: '1' });
  if (!second.ok) throw new Error(second.code);
  expect(existsSync(photoPath(first.id, 'open'))).toBe(false);
  expect(await bytesOf(first.id)).toBeNull();
  expect((await releasedAnswer(first.id)).status).toBe(404);
  expect((await releasedPhotosOf(it.appealId)).map((one) => one.id)).toEqual([second.id]);
  expect(await keep(it, { nth: '2' })).toMatchObject({ ok: true });
  expect(await releasedPhotosOf(it.appealId)).toEqual([]);
  expect(existsSync(photoPath(second.id, 'open'))).toBe(false);
  const found = await checkedPhoto(checker, it.caseNumber, it.id);
  expect(found?.photo.decisions.map((one) => [one.nth, one.released, one.reason])).toEqual([
    [3, false, '看得清孩子的脸'],
    [2, true, null],
    [1, true, null],
  ]);
  const changes = await db().change.findMany({
    where: { subjectId: it.id },
    orderBy: { at: 'asc' },
  });
  expect(changes.map((one) => one.action)).toEqual(['shown', 'shown', 'keptBack']);
  // The log of changes names no case: people read it who may not know of one.
  expect(JSON.stringify(changes)).not.toContain(it.caseNumber);
});

it('of two who decide at the same time one is told', async () => {
  const it = await filed();
  const both = await Promise.all([show(it, { cell: '1' }), show(it, { cell: '2' }), keep(it, {})]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.filter((one) => !one.ok && one.code === 'decidedMeanwhile')).toHaveLength(2);
  const standing = await releasedPhotosOf(it.appealId);
  const files = readdirSync(join(folder, 'photos'), { recursive: true, encoding: 'utf8' });
  const ids = (await db().photoRelease.findMany({ where: { photoId: it.id } })).map(
    (one) => one.id,
  );
  expect(ids).toHaveLength(1);
  expect(files.filter((one) => ids.some((id) => one.includes(id)))).toHaveLength(standing.length);
});

it('is refused: not looked at, no reason, cells that are not there, a picture of an inner step', async () => {
  const it = await filed();
  expect(await show(it, { checked: undefined })).toMatchObject({
    problems: [{ field: 'checked', code: 'confirmFirst' }],
  });
  expect(await keep(it, { reason: ' ' })).toMatchObject({
    problems: [{ field: 'reason', code: 'required' }],
  });
  expect(await show(it, { cell: '108' })).toMatchObject({ code: 'notMade' });
  expect(await show({ ...it, id: newId() }, {})).toMatchObject({ code: 'notFound' });
  expect(await show({ ...it, id: 'x' }, {})).toMatchObject({ code: 'notFound' });
  const other = await filed();
  expect(await show({ ...it, caseNumber: other.caseNumber }, {})).toMatchObject({
    code: 'notFound',
  });
  const holder: Holder = `person:${person('chenjing').personId}:${it.caseNumber}`;
  const inner = await held(holder, await fromTelephone());
  const note = { appealId: it.appealId, verb: 'annotate' as const, input: { note: '内部照片' } };
  const noted = await perform({ ...note, photos: { holder, ids: [inner] } }, person('chenjing'));
  expect(noted.ok).toBe(true);
  expect(await show({ ...it, id: inner }, {})).toMatchObject({ code: 'notShowable' });
  expect(await db().photoRelease.count({ where: { photoId: { in: [it.id, inner] } } })).toBe(0);
});

/** Somebody of the cast's making, of a unit. */
async function somebody(role: string, unit: string): Promise<PersonActor> {
  const id = newId();
  const one = { id, name: role, unitId: unitId(unit), roles: [role] };
  await db().person.create({ data: { ...one, login: id, createdAt: new Date(0) } });
  const { path } = await db().unit.findUniqueOrThrow({ where: { id: one.unitId } });
  return mintPerson({ ...one, unitPath: path });
}

it('only who supervises or decides requests checks, never of the unit that has the case, nor who is barred', async () => {
  const it = await filed();
  const input = { unitId: unitId('liuwan') };
  const sent = await perform(
    { appealId: it.appealId, verb: 'dispatch', input },
    person('chenjing'),
  );
  expect(sent.ok).toBe(true);
  const sees = async (by: PersonActor) => !!(await checkedPhoto(by, it.caseNumber, it.id));
  for (const login of [
    'chenjing',
    'sunyue',
    'wukai',
    'zhaolimin',
    'wangxiulan',
    'maqiang',
    'linxiao',
    'shenhuaiyuan',
  ]) {
    expect([login, await sees(person(login))]).toEqual([login, false]);
    expect(await show(it, {}, person(login))).toMatchObject({ code: 'notFound' });
    expect(await keep(it, {}, person(login))).toMatchObject({ code: 'notFound' });
  }
  expect(await sees(person('fangzheng'))).toBe(true);
  expect(await sees(checker)).toBe(true);
  const near = await somebody('supervisor', 'liuwan');
  const far = await somebody('supervisor', 'heating');
  expect([await sees(near), await sees(far)]).toEqual([false, true]);
  // Whoever the case is kept from checks nothing of it any more.
  const bar = { whom: 'person', personId: far.personId, reason: '说的就是他' };
  const barred = await perform(
    { appealId: it.appealId, verb: 'recuse', input: bar },
    person('chenjing'),
  );
  expect(barred.ok).toBe(true);
  expect(await sees(far)).toBe(false);
  expect(await show(it, {}, far)).toMatchObject({ code: 'notFound' });
  // And nobody checks what they sent themselves.
  const holder: Holder = `person:${checker.personId}:${it.caseNumber}`;
  const own = await held(holder, await fromTelephone());
  const note = { appealId: it.appealId, verb: 'annotate' as const, input: { note: '看过了' } };
  expect((await perform({ ...note, photos: { holder, ids: [own] } }, checker)).ok).toBe(true);
  expect(await checkedPhoto(checker, it.caseNumber, own)).toBeNull();
  expect(await checkedPhoto(person('fangzheng'), it.caseNumber, own)).not.toBeNull();
});

it('when and where it was taken is opened for a reason, written down, and told to the resident', async () => {
  const it = await filed();
  const voice = mintVoice(it.voiceId, it.appealId);
  const look = (reason: string, by = checker) =>
    revealTaken(by, { caseNumber: it.caseNumber, id: it.id, reason });
  expect(await look('')).toMatchObject({ code: 'badInput' });
  for (const login of ['chenjing', 'zhaolimin', 'linxiao']) {
    expect(await look('想看', person(login))).toMatchObject({ code: 'notFound' });
  }
  expect(await revealsOf(voice, it.appealId)).toEqual([]);
  const seen = await look('像是旧照片');
  expect(seen).toMatchObject({ ok: true, taken: { takenAt: '2026-11-20T08:15:00' } });
  if (seen.ok) {
    expect(seen.taken.place?.lat).toBeCloseTo(39.90556, 4);
    expect(seen.taken.place?.lng).toBeCloseTo(116.39139, 4);
  }
  const told = [{ what: 'taken', personName: '周敏', reason: '像是旧照片' }];
  expect(await revealsOf(voice, it.appealId)).toMatchObject(told);
  expect(await revealsOf(person('zhoumin'), it.appealId)).toMatchObject(told);
  // One without any says so, and leaves no line.
  const plain = await filed(await withSquare('#ff0000', [3, 2]));
  expect(
    await revealTaken(checker, { caseNumber: plain.caseNumber, id: plain.id, reason: '看看' }),
  ).toMatchObject({ code: 'nothingWritten' });
  expect(await db().reveal.count({ where: { appealId: plain.appealId } })).toBe(0);
});

it('verify reads what is released as well; the sweep forgets withdrawn files and keeps standing ones', async () => {
  const it = await filed();
  const done = await show(it, { cell: '5' });
  if (!done.ok) throw new Error(done.code);
  const faults = async () => {
    const found: string[] = [];
    for await (const one of changedFiles()) {
      if (one.caseNumber === it.caseNumber) found.push(one.fault);
    }
    return found;
  };
  expect(await faults()).toEqual([]);
  const path = photoPath(done.id, 'open');
  const whole = readFileSync(path);
  writeFileSync(path, 'x');
  expect(await faults()).toEqual(['releasedAltered']);
  writeFileSync(path, whole);

  const sweepIts = async () => {
    const ago = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(path, ago, ago);
    const nth = Number.parseInt(done.id.slice(-2), 16);
    const at = new Date((Math.floor(Date.now() / 60_000 / 256) * 256 + nth) * 60_000);
    vi.useFakeTimers({ now: at, toFake: ['Date'] });
    await sweepPhotos();
    vi.useRealTimers();
  };
  await sweepIts();
  expect(existsSync(path)).toBe(true);
  // A process that ended between the decision and the file left it: the sweep takes it.
  expect((await keep(it, { nth: '1' })).ok).toBe(true);
  writeFileSync(path, whole);
  expect(await bytesOf(done.id)).toBeNull();
  await sweepIts();
  expect(existsSync(path)).toBe(false);
});

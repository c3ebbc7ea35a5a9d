import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { incoming, keepFiles } from './folder';
import { type Holder, heldPhotos, holdPhoto, mostPhotos, newPhotoId, type Photo } from './held';
import { kindProblem, type PhotoProblem } from './kind';
import { recode } from './recode';

/** Of one file, 20 MB; of all that come at once, and what stands around them. */
const mostBytes = 20 * 1024 * 1024;
const mostInAll = mostPhotos * mostBytes + 64 * 1024;

/** What became of one file, by the name it was sent under. */
export interface Received {
  name: string;
  photo: Photo | null;
  problem: PhotoProblem | null;
}

interface Arrived {
  id: string;
  name: string;
  path: string;
  tooLarge: boolean;
}

/**
 * Takes the files of a multipart form, as they come, to the disk; then makes each anew and lets the sender hold
 * it. What came is gone again at the end, whatever happened. Fields beside the files are not read.
 *
 * @returns a line a file; null where it is no such form, or far too much.
 */
export async function receivePhotos(request: Request, holder: Holder): Promise<Received[] | null> {
  const type = request.headers.get('content-type') ?? '';
  const length = Number(request.headers.get('content-length') ?? 0);
  if (!/^multipart\/form-data/i.test(type) || length > mostInAll || !request.body) return null;
  const arrived: Arrived[] = [];
  try {
    const whole = await toDisk(request, type, arrived);
    if (!whole) return null;
    const lines: Received[] = [];
    let held = (await heldPhotos(holder)).length;
    for (const it of arrived) {
      const made =
        held >= mostPhotos ? { problem: 'photoTooMany' as const } : await take(it, holder);
      if ('photo' in made) held += 1;
      lines.push({ name: it.name, photo: null, problem: null, ...made });
    }
    return lines;
  } finally {
    for (const { path } of arrived) {
      for (const it of [path, `${path}.large`, `${path}.small`]) await rm(it, { force: true });
    }
  }
}

/** False where the sender went away or wrote nonsense. */
async function toDisk(request: Request, type: string, arrived: Arrived[]): Promise<boolean> {
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { fileSize: mostBytes, files: mostPhotos, fields: 8, fieldSize: 4096, parts: 16 },
  });
  const written: Promise<void>[] = [];
  form.on('file', (_field, file, name) => {
    if (!name) {
      file.resume();
      return;
    }
    const id = newPhotoId();
    const it: Arrived = { id, name: name.slice(-80), path: '', tooLarge: false };
    arrived.push(it);
    file.on('limit', () => {
      it.tooLarge = true;
    });
    written.push(
      incoming(id).then((path) => {
        it.path = path;
        return pipeline(file, createWriteStream(path, { mode: 0o600 }));
      }),
    );
  });
  try {
    // The web's stream and Node's are the same thing under two types.
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, form);
    await Promise.all(written);
    return true;
  } catch {
    await Promise.allSettled(written);
    return false;
  }
}

async function take(
  { id, path, tooLarge }: Arrived,
  holder: Holder,
): Promise<{ photo: Photo } | { problem: PhotoProblem }> {
  if (tooLarge) return { problem: 'photoTooLarge' };
  const problem = kindProblem(await headOf(path));
  if (problem) return { problem };
  const made = await recode(path, `${path}.large`, `${path}.small`);
  if ('code' in made) return { problem: made.code };
  await keepFiles(id, { large: `${path}.large`, small: `${path}.small` });
  return { photo: await holdPhoto(holder, id, made) };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(16);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

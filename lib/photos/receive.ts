import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { log } from '@/lib/log';
import type { Attachment } from './attachment';
import { dropFiles, incoming, keepFiles } from './folder';
import { type Holder, heldPhotos, holdPhoto, mostPhotos, newPhotoId } from './held';
import { headBytes, kindOf, type PhotoProblem } from './kind';
import { checkPdf } from './pdf';
import { StoreAway } from './photo-store';
import { recode } from './recode';

/** Of one file, 20 MB; of all that come at once, and what stands around them. */
const mostBytes = 20 * 1024 * 1024;
const mostInAll = mostPhotos * mostBytes + 64 * 1024;

/** What became of one file, by the name it was sent under. */
export interface Received {
  name: string;
  photo: Attachment | null;
  problem: PhotoProblem | null;
}

interface Arrived {
  id: string;
  name: string;
  path: string;
  tooLarge: boolean;
}

/**
 * Takes the files of a multipart form, as they come, to the disk; then makes each picture anew, looks
 * through each PDF, and lets the sender hold it. What came is gone again at the end, whatever happened. Fields beside the files are not read.
 *
 * @returns a line a file; null where it is no such form, or far too much.
 */
export async function receivePhotos(request: Request, holder: Holder): Promise<Received[] | null> {
  const type = request.headers.get('content-type') ?? '';
  const length = Number(request.headers.get('content-length') ?? 0);
  if (!/^multipart\/form-data/i.test(type) || length > mostInAll || !request.body) return null;
  const arrived: Arrived[] = [];
  try {
    const came = await toDisk(request, type, arrived);
    if (!came) return null;
    const lines: Received[] = [];
    for (const it of arrived) {
      lines.push({ name: it.name, photo: null, problem: null, ...(await take(it, holder)) });
    }
    if (came.more) lines.push({ name: '', photo: null, problem: 'photoTooMany' });
    return lines;
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    log.error({ err: error }, 'nothing that comes in can be kept');
    const names = arrived.length > 0 ? arrived.map((it) => it.name) : [''];
    return names.map((name) => ({ name, photo: null, problem: 'photoStore' }));
  } finally {
    for (const { path } of arrived) {
      for (const it of [path, `${path}.large`, `${path}.small`]) await rm(it, { force: true });
    }
  }
}

/** Null where the sender went away, wrote nonsense or far too much; `more`: files beyond those that are taken. */
async function toDisk(
  request: Request,
  type: string,
  arrived: Arrived[],
): Promise<{ more: boolean } | null> {
  const place = await incoming();
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { fileSize: mostBytes, files: mostPhotos, fields: 8, fieldSize: 4096, parts: 16 },
  });
  const written: Promise<void>[] = [];
  const files: Readable[] = [];
  const came = { more: false };
  form.on('filesLimit', () => {
    came.more = true;
  });
  form.on('file', (_field, file, name) => {
    if (!name) {
      file.resume();
      return;
    }
    const id = newPhotoId();
    const it: Arrived = { id, name: name.slice(-80), path: join(place, id), tooLarge: false };
    arrived.push(it);
    files.push(file);
    file.on('limit', () => {
      it.tooLarge = true;
    });
    // At once: a form that breaks off ends its files with an error, which somebody must hear.
    written.push(toFile(file, it.path));
  });
  try {
    await pipeline(bounded(request.body as ReadableStream<Uint8Array>), form);
    await Promise.all(written);
    return came;
  } catch (error) {
    // Whatever still waits for the rest of its file is told that there is none.
    for (const it of files) it.destroy();
    await Promise.allSettled(written);
    if (error instanceof StoreAway) throw error;
    return null;
  }
}

/**
 * Ends, well or not, when nothing more can come into being at the path: a file that was still being opened may.
 *
 * @throws StoreAway when it cannot be written: the rest has been heard out, so that whoever sends it hears the answer.
 */
async function toFile(from: Readable, path: string): Promise<void> {
  // It is looked at once the file is open; until then somebody must have heard it.
  from.on('error', () => {});
  const file = await open(path, 'w', 0o600).catch(away);
  let lost = file instanceof StoreAway ? file : null;
  try {
    for await (const part of from) {
      if (lost || file instanceof StoreAway) continue;
      lost = (await file.writeFile(part as Uint8Array).catch(away)) ?? null;
    }
  } finally {
    if (!(file instanceof StoreAway)) await file.close();
  }
  if (lost) throw lost;
}

const away = (cause: unknown): StoreAway =>
  new StoreAway('what comes in cannot be written', undefined, { cause });

/** Forms need not say how long they are. */
async function* bounded(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  // The web's stream and Node's are the same thing under two types.
  for await (const part of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) {
    bytes += part.length;
    if (bytes > mostInAll) throw new Error('more than a form of pictures may have');
    yield part;
  }
}

async function take(
  { id, path, tooLarge }: Arrived,
  holder: Holder,
): Promise<{ photo: Attachment } | { problem: PhotoProblem }> {
  if (tooLarge) return { problem: 'photoTooLarge' };
  const kind = kindOf(await headOf(path));
  if (typeof kind === 'object') return kind;
  if ((await heldPhotos(holder)).length >= mostPhotos) return { problem: 'photoTooMany' };
  const made = await (kind === 'pdf'
    ? checkPdf(path)
    : recode(path, `${path}.large`, `${path}.small`));
  if ('code' in made) return { problem: made.code };
  try {
    await keepFiles(
      id,
      kind === 'pdf' ? { paper: path } : { large: `${path}.large`, small: `${path}.small` },
    );
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    log.error({ err: error }, 'a picture cannot be kept');
    return { problem: 'photoStore' };
  }
  const photo = await holdPhoto(holder, id, made).catch(async (error: unknown) => {
    await dropFiles(id);
    throw error;
  });
  if (photo) return { photo };
  await dropFiles(id);
  return { problem: 'photoTooMany' };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(headBytes);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { locales } from '@/lib/i18n/locale';
import { type Messages, messagesOf } from '@/lib/i18n/messages';
import { log } from '@/lib/log';
import type { Photo } from './attachment';
import type { Blocks } from './blocks';
import { withCovered } from './cover';
import { openPhoto, type PhotoSize } from './folder';
import { attachmentById } from './held';
import { type PhotoBytes, StoreAway } from './photo-store';
import { openReleased } from './released';

/** Whatever somebody managed to put into a picture: it runs nothing, loads nothing, is no page. */
const safe = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const nothing = (): Response =>
  new Response(null, { status: 404, headers: { ...safe, 'Cache-Control': 'no-store' } });

export const sizeIn = (url: string): PhotoSize =>
  new URL(url).searchParams.get('size') === 'small' ? 'small' : 'large';

/** Whoever sits at the same machine next finds nothing of it. */
const caching = 'no-store';

const picture = (bytes: number, caching: string) => ({
  ...safe,
  'Content-Type': 'image/webp',
  'Content-Length': `${bytes}`,
  'Cache-Control': caching,
  'Content-Disposition': 'inline; filename="photo.webp"',
});

/** It is there, and cannot be had just now: said to whoever opened it by itself. */
async function later(): Promise<Response> {
  const words = await Promise.all(locales().map(messagesOf));
  const lines = words.map((it) => (it.photos as Messages).later);
  const headers = {
    ...safe,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '60',
  };
  return new Response(`${lines.join('\n')}\n`, { status: 503, headers });
}

async function unlessAway(work: Promise<Response>): Promise<Response> {
  return work.catch((error: unknown) => {
    if (!(error instanceof StoreAway)) throw error;
    log.warn({ err: error }, 'the store of pictures cannot be reached');
    return later();
  });
}

/** As it came, and therefore never a page of ours: it is saved, and opened by whatever the reader trusts with it. */
const paper = (bytes: number, id: string) => ({
  ...safe,
  'Content-Type': 'application/pdf',
  'Content-Length': `${bytes}`,
  'Cache-Control': caching,
  'Content-Disposition': `attachment; filename="${id.slice(-8)}.pdf"`,
});

const streamed = (
  found: PhotoBytes | null,
  headers: (bytes: number) => HeadersInit = (bytes) => picture(bytes, caching),
): Response =>
  found
    ? new Response(Readable.toWeb(found.stream as Readable) as ReadableStream, {
        headers: headers(found.bytes),
      })
    : nothing();

/** A picture or PDF for somebody who may see it; for anybody else there is nothing here. */
export const photoAnswer = (id: string | null, size: PhotoSize): Promise<Response> =>
  unlessAway(id ? answerFor(id, size) : Promise.resolve(nothing()));

async function answerFor(id: string, size: PhotoSize): Promise<Response> {
  const found = await attachmentById(id);
  if (!found || (found.goneAt && (found.kind === 'pdf' || size === 'large'))) return nothing();
  return found.kind === 'pdf'
    ? streamed(await openPhoto(id, 'paper'), (bytes) => paper(bytes, id))
    : streamed(await openPhoto(id, size));
}

/** A released picture by the id of its release. Whether its case is published, whoever calls this has asked. */
export const releasedAnswer = (id: string | null): Promise<Response> =>
  unlessAway((id ? openReleased(id) : Promise.resolve(null)).then((it) => streamed(it)));

/** A picture as it would be released with these blocks, kept nowhere. */
export const coveredAnswer = (photo: Photo, blocks: Blocks | null): Promise<Response> =>
  unlessAway(covered(photo, blocks));

async function covered(photo: Photo, blocks: Blocks | null): Promise<Response> {
  const bytes = blocks && (await withCovered(photo, blocks, (path) => readFile(path)));
  if (!bytes) return nothing();
  return new Response(new Uint8Array(bytes), { headers: picture(bytes.length, 'no-store') });
}

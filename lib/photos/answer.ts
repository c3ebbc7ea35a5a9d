import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Blocks } from './blocks';
import { withCovered } from './cover';
import { openPhoto, type PhotoBytes, type PhotoSize } from './folder';
import type { Photo } from './held';
import { openReleased } from './released';

/** Whatever somebody managed to put into a picture: it runs nothing, loads nothing, is no page. */
const safe = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const nothing = (): Response =>
  new Response(null, { status: 404, headers: { ...safe, 'Cache-Control': 'no-store' } });

export const sizeIn = (url: string): PhotoSize =>
  new URL(url).searchParams.get('size') === 'small' ? 'small' : 'large';

const picture = (bytes: number, caching: string) => ({
  ...safe,
  'Content-Type': 'image/webp',
  'Content-Length': `${bytes}`,
  'Cache-Control': caching,
  'Content-Disposition': 'inline; filename="photo.webp"',
});

const streamed = (found: PhotoBytes | null): Response =>
  found
    ? new Response(Readable.toWeb(found.stream as Readable) as ReadableStream, {
        headers: picture(found.bytes, 'private, max-age=300'),
      })
    : nothing();

/** A picture for somebody who may see it; for anybody else there is nothing here. */
export const photoAnswer = async (id: string | null, size: PhotoSize): Promise<Response> =>
  streamed(id ? await openPhoto(id, size) : null);

/** A released picture by the id of its release. Whether its case is published, whoever calls this has asked. */
export const releasedAnswer = async (id: string | null): Promise<Response> =>
  streamed(id ? await openReleased(id) : null);

/** A picture as it would be released with these blocks, kept nowhere. */
export async function coveredAnswer(photo: Photo, blocks: Blocks | null): Promise<Response> {
  const bytes = blocks && (await withCovered(photo, blocks, (path) => readFile(path)));
  if (!bytes) return nothing();
  return new Response(new Uint8Array(bytes), { headers: picture(bytes.length, 'no-store') });
}

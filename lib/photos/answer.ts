import { Readable } from 'node:stream';
import { openPhoto, type PhotoSize } from './folder';

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

/** A picture for somebody who may see it; for anybody else there is nothing here. */
export async function photoAnswer(id: string | null, size: PhotoSize): Promise<Response> {
  const found = id ? await openPhoto(id, size) : null;
  if (!found) return nothing();
  return new Response(Readable.toWeb(found.stream as Readable) as ReadableStream, {
    headers: {
      ...safe,
      'Content-Type': 'image/webp',
      'Content-Length': `${found.bytes}`,
      'Cache-Control': 'private, max-age=300',
      'Content-Disposition': 'inline; filename="photo.webp"',
    },
  });
}

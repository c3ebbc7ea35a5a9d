import type { NextRequest } from 'next/server';
import { readMark } from '@/lib/installation/mark';

/** Whatever somebody managed to put into the picture: it runs nothing, loads nothing, is no page. */
const safe = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The organisation's own mark. It changes seldom: asked again after five minutes. */
export async function GET(request: NextRequest): Promise<Response> {
  const mark = await readMark();
  if (!mark) return new Response(null, { status: 404, headers: safe });
  const tag = `"${mark.tag}"`;
  const headers = { ...safe, ETag: tag, 'Cache-Control': 'public, max-age=300, must-revalidate' };
  if (request.headers.get('if-none-match') === tag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(mark.bytes, {
    headers: {
      ...headers,
      'Content-Type': 'image/png',
      'Content-Length': `${mark.bytes.length}`,
      'Content-Disposition': 'inline; filename="mark.png"',
    },
  });
}

import type { NextRequest } from 'next/server';
import { readOutlines } from '@/lib/places/read-outlines';

/** The places the county has drawn, for maps without tiles; asked again after five minutes. */
export async function GET(request: NextRequest): Promise<Response> {
  const { text, tag } = await readOutlines();
  const headers = { ETag: `"${tag}"`, 'Cache-Control': 'public, max-age=300, must-revalidate' };
  if (request.headers.get('if-none-match') === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/geo+json' } });
}

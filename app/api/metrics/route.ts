import type { NextRequest } from 'next/server';
import { mayReadMetrics } from '@/lib/metrics/may-read';
import { scrape } from '@/lib/metrics/scrape';

const noStore = { 'Cache-Control': 'no-store' };

/** `GET` with `Authorization: Bearer <HUIYIN_METRICS_TOKEN>` → figures in Prometheus’ text format; 404 without the setting. */
export async function GET(request: NextRequest): Promise<Response> {
  const may = mayReadMetrics(request.headers.get('authorization'));
  if (may === null) return new Response(null, { status: 404, headers: noStore });
  if (!may) {
    const headers = { ...noStore, 'WWW-Authenticate': 'Bearer' };
    return new Response(null, { status: 401, headers });
  }
  return new Response(await scrape(), {
    headers: { ...noStore, 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

import type { NextRequest } from 'next/server';
import { readHealth } from '@/lib/health/health';
import { readinessOf } from '@/lib/health/ready';

/**
 * `GET` → `{ready, database, migrations, disk, worker, seals}`, each in one word; 503 where one of them is bad.
 * `?serving` leaves out what keeps no page from being answered, for whoever shares requests among processes.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { findings } = await readHealth();
  const serving = request.nextUrl.searchParams.has('serving');
  const { ready, words } = readinessOf(findings, serving);
  return Response.json(
    { ready, ...words },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

import type { NextRequest } from 'next/server';
import { type Health, readHealth } from '@/lib/health/health';
import { readinessOf } from '@/lib/health/ready';

/**
 * `GET` → `{ready, database, migrations, disk, worker, seals, replica}`, each in one word, and with a read replica
 * `replicaLagSeconds`, null where it cannot be told; 503 where one of them is bad.
 * `?serving` leaves out what keeps no page from being answered, for whoever shares requests among processes.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { findings, facts } = await readHealth();
  const serving = request.nextUrl.searchParams.has('serving');
  const { ready, words } = readinessOf(findings, serving);
  return Response.json(
    { ready, ...words, ...lagOf(facts) },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

function lagOf({ replica }: Health['facts']): { replicaLagSeconds?: number | null } {
  if (!replica) return {};
  return { replicaLagSeconds: replica.lagMs === null ? null : replica.lagMs / 1_000 };
}

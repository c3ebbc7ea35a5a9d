import { serverOf } from '@/scripts/launcher/postgres-server';
import { withClient } from '@/scripts/launcher/with-client';
import type { GeneratedCounty } from '../generated-county';
import { trees } from './processor-time';

/** PostgreSQL's own settings for measuring: what statements cost is counted in the server. */
export const countingStatements = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track_planning=on',
  'pg_stat_statements.max=10000',
];

export interface Spent {
  /** Milliseconds of processors, of the web processes and of PostgreSQL with all its own. */
  webMs: number;
  postgresMs: number;
  /** Milliseconds that statements of the web login were planned and run. */
  sqlMs: number;
}

/** What a piece of work cost, as the difference of two readings. */
export type Meter = () => Promise<Spent>;

/** @param web the process above the web processes. */
export async function metersOf(county: GeneratedCounty, web: number): Promise<Meter> {
  await withClient(inCounty(county), (client) =>
    client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements'),
  );
  return async () => {
    const sqlMs = await withClient(inCounty(county), async (client) => {
      const { rows } = await client.query<{ ms: number | null }>(
        `SELECT sum(s.total_exec_time + s.total_plan_time) AS ms FROM pg_stat_statements s
         JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = 'huiyin_web'`,
      );
      return rows[0]?.ms ?? 0;
    });
    const seen = trees();
    return {
      webMs: seen.spentMs(web),
      postgresMs: seen.spentMs(serverOf(county.cluster.home) ?? 0),
      sqlMs,
    };
  };
}

/** As the superuser: only it reads everybody's statements. */
function inCounty({ cluster, ownerUrl }: GeneratedCounty): string {
  const url = new URL(cluster.adminUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}

export const spentBetween = (before: Spent, after: Spent): Spent => ({
  webMs: after.webMs - before.webMs,
  postgresMs: after.postgresMs - before.postgresMs,
  sqlMs: after.sqlMs - before.sqlMs,
});

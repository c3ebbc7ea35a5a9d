import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { withClient } from '@/scripts/launcher/with-client';

/** The ways into a database of one's own. */
export type OwnDatabase = { adminUrl: string; ownerUrl: string; appUrl: string };

/**
 * Makes a migrated database with reference data for the calling test file and points the
 * environment at it. Call it before anything that reads the settings is used. It goes with the
 * cluster when the run ends.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(cluster.adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE huiyin OWNER huiyin_owner`),
  );
  const own = {
    adminUrl: named(cluster.adminUrl, name),
    ownerUrl: named(cluster.ownerUrl, name),
    appUrl: named(cluster.webUrl, name),
  };
  process.env.DATABASE_URL = own.ownerUrl;
  process.env.DATABASE_APP_URL = own.appUrl;
  return own;
}

/** An empty database without any migration; nothing points at it. */
export async function emptyDatabase(): Promise<{ ownerUrl: string }> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(cluster.adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} OWNER huiyin_owner`),
  );
  return { ownerUrl: named(cluster.ownerUrl, name) };
}

function named(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

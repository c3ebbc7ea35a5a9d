import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/env';
import { urlOf } from '../launcher/cluster';
import type { Kept } from '../launcher/home';
import { keyFiles } from '../launcher/key-files';
import { confinedUrl } from '../launcher/outside';
import { withClient } from '../launcher/with-client';
import type { Deployment } from './deployment';
import { reachAll } from './reach';

/**
 * The database as it is now: nothing is started, nothing is brought up to date.
 *
 * @returns the address for the rights of the application; null where no database was made yet.
 */
export function runningDatabase(settings: Settings): string | null {
  const { databaseUrl, databaseAppUrl, dataDirectory } = settings;
  if (databaseUrl) return databaseAppUrl ?? confinedUrl(databaseUrl);
  const file = join(dataDirectory, 'database.json');
  if (!existsSync(file)) return null;
  return urlOf(JSON.parse(readFileSync(file, 'utf8')) as Kept, 'web', 'huiyin');
}

export async function lookAround(settings: Settings, appUrl: string | null): Promise<Deployment> {
  const { dataDirectory } = settings;
  const inside = (name: string) => join(dataDirectory, name);
  const [told, reached] = await Promise.all([appUrl ? ask(appUrl) : null, reachAll(settings)]);
  return {
    settings,
    secret: settings.secret ?? textOf(inside('secret')),
    node: process.version,
    modes: [
      { path: dataDirectory, mode: modeOf(dataDirectory), kind: 'folder' },
      ...keyFiles.map(({ file }) => ({
        ...{ path: inside(file), mode: modeOf(inside(file)), kind: 'private' as const },
      })),
      { path: inside('database.json'), mode: modeOf(inside('database.json')), kind: 'private' },
      { path: '.env', mode: modeOf('.env'), kind: 'private' },
    ],
    postgres: told?.version ?? null,
    zone: told?.zone ?? null,
    reached,
  };
}

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null);

/** Windows has no such modes. */
const modeOf = (path: string): number | null =>
  process.platform !== 'win32' && existsSync(path) ? statSync(path).mode & 0o777 : null;

/** Whether it answers at all is a row of its own. */
async function ask(url: string): Promise<{ version: number; zone: string | null } | null> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query(
        `SELECT current_setting('server_version_num')::int AS version`,
      );
      const zones = await client
        .query(`SELECT zone FROM "Installation" WHERE id = 1`)
        .catch(() => null);
      return { version: rows[0].version, zone: zones?.rows[0]?.zone ?? null };
    });
  } catch {
    return null;
  }
}

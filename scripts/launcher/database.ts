import type { Settings } from '@/lib/env';
import { joinCluster } from './cluster';
import { confinedUrl, needOutsideDatabase } from './outside';
import { bringUpToDate } from './up-to-date';

/** A running PostgreSQL and the two ways into it. */
export type Database = {
  /** May change the schema. */
  ownerUrl: string;
  /** Restricted to the rights of the app role. */
  appUrl: string;
  /** Where an embedded cluster lives, when that is not inside HUIYIN_DATA. */
  elsewhere?: string | undefined;
  close(): Promise<void>;
};

/**
 * The database of the settings: the operator's own, or the embedded one of HUIYIN_DATA, joined where
 * it is running and started where it is not. Its schema is brought up to date.
 *
 * @param more of PostgreSQL's own settings, as `name=value`; they count only where an embedded one is started here.
 */
export async function openDatabase(
  settings: Settings,
  more?: readonly string[],
): Promise<Database> {
  return settings.databaseUrl
    ? openOutside(settings.databaseUrl, settings.databaseAppUrl)
    : openEmbedded(settings.dataDirectory, more);
}

/** Opens the database for one piece of work and closes it whatever happens. */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(settings);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** What a process that works on the database finds in its environment. */
export function databaseEnvironment({ ownerUrl, appUrl }: Pick<Database, 'ownerUrl' | 'appUrl'>) {
  return { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl };
}

async function openOutside(ownerUrl: string, appUrl = confinedUrl(ownerUrl)): Promise<Database> {
  await needOutsideDatabase('DATABASE_URL', ownerUrl);
  await bringUpToDate({ ownerUrl });
  await needOutsideDatabase('DATABASE_APP_URL', appUrl);
  return { ownerUrl, appUrl, close: async () => {} };
}

async function openEmbedded(
  dataDirectory: string,
  more: readonly string[] | undefined,
): Promise<Database> {
  const cluster = await joinCluster(dataDirectory, true, more);
  try {
    await bringUpToDate(cluster);
  } catch (error) {
    await cluster.leave();
    throw error;
  }
  const { ownerUrl, webUrl: appUrl, elsewhere, leave: close } = cluster;
  return { ownerUrl, appUrl, elsewhere, close };
}

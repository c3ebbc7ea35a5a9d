import { needDataDirectory } from './data-directory';
import { type Database, databaseEnvironment, openDatabase } from './database';
import { atEnd, endOnSignals } from './ending';
import { ownSettings } from './own-settings';
import { haveClient } from './prisma-client';
import { secretOf } from './secret';

/**
 * For scripts that work as the application does: its database and its secret stand in the environment
 * of this process from now on, and the database is left again when the script ends, however it ends.
 */
export async function enterDatabase(): Promise<Database> {
  endOnSignals(1);
  const settings = ownSettings();
  needDataDirectory(settings.dataDirectory);
  const database = await openDatabase(settings);
  atEnd(() => database.close());
  await haveClient();
  const secret = secretOf(settings);
  Object.assign(process.env, databaseEnvironment(database), { HUIYIN_SECRET: secret });
  return database;
}

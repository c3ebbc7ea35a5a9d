import { needDataDirectory } from './data-directory';
import { type Database, databaseEnvironment, openDatabase } from './database';
import { atEnd, endOnSignals } from './ending';
import { ownSettings } from './own-settings';
import { haveClient } from './prisma-client';
import { secretOf } from './secret';

/**
 * For scripts that work as the application does: its database and its secret stand in the environment
 * of this process from now on, and the database is left again when the script ends, however it ends.
 *
 * @param more of PostgreSQL's own settings, as `name=value`; they count only where an embedded one is started here.
 */
export async function enterDatabase(more?: readonly string[]): Promise<Database> {
  endOnSignals(1);
  const settings = ownSettings();
  needDataDirectory(settings.dataDirectory);
  const database = await openDatabase(settings, more);
  atEnd(() => database.close());
  await haveClient();
  const secret = secretOf(settings);
  Object.assign(process.env, databaseEnvironment(database), { HUIYIN_SECRET: secret });
  return database;
}

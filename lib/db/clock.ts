import type { Database } from './client';

/** The database's clock in whole milliseconds: what every limit is measured against. */
export async function databaseClock(database: Database): Promise<Date> {
  const rows = await database.$queryRaw<{ at: Date }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS at`;
  if (!rows[0]) throw new Error('the database has no clock');
  return rows[0].at;
}

import { withClient } from '../launcher/with-client';

/**
 * Says in the database that a good backup was taken, so that administration is told when the last one grows old. A
 * database of an earlier version has no place for it.
 *
 * @param at when; without it now, by the database's clock.
 * @returns whether it was noted.
 */
export function noteBackup(ownerUrl: string, at: Date | null): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT to_regclass('public."Pulse"') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return false;
    await client.query(
      `INSERT INTO "Pulse" (name, at) VALUES ('backup', COALESCE($1, clock_timestamp()))
       ON CONFLICT (name) DO UPDATE SET at = GREATEST("Pulse".at, EXCLUDED.at)`,
      [at],
    );
    return true;
  });
}

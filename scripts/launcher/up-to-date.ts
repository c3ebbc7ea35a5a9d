import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { migrate } from './migrations';
import { root } from './root';
import { withClient } from './with-client';

type Logins = {
  ownerUrl: string;
  /** Present on a cluster of ours, where a login of its own serves the web. */
  adminUrl?: string;
  webPassword?: string;
};

/** Brings a database to what this version of the code expects. Doing it again changes nothing. */
export async function bringUpToDate(logins: Logins): Promise<void> {
  await migrate(logins.ownerUrl, join(root, 'prisma/migrations'));
  await runMigrations({ connectionString: logins.ownerUrl, logger: new Logger(() => () => {}) });
  await haveMembership(logins.ownerUrl);
  if (logins.adminUrl && logins.webPassword) {
    await haveWebLogin(logins.adminUrl, logins.webPassword);
  }
}

/** Since PostgreSQL 16, who makes a role may hand it out but not put it on without this. */
async function haveMembership(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`
      DO $$ BEGIN
        IF NOT pg_has_role(current_user, 'huiyin_app',
          CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
        THEN GRANT huiyin_app TO CURRENT_USER;
        END IF;
      END $$`),
  );
}

async function haveWebLogin(adminUrl: string, password: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'huiyin_web'`);
    if (rowCount) return;
    await client.query(
      `CREATE ROLE huiyin_web LOGIN IN ROLE huiyin_app PASSWORD ${client.escapeLiteral(password)}`,
    );
  });
}

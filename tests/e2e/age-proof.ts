import { db } from '@/lib/db/client';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** As if whoever has this user name had signed in an hour earlier than they did. */
await runScript(async () => {
  const [login = ''] = process.argv.slice(2);
  await enterDatabase();
  await db().$executeRaw`
    UPDATE "Session" SET "provedAt" = "provedAt" - interval '1 hour'
    WHERE "personId" = (SELECT id FROM "Person" WHERE login = ${login})`;
  return 0;
});

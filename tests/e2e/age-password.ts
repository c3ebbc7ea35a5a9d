import { db } from '@/lib/db/client';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** As if whoever has this user name had set their password so many days earlier. */
await runScript(async () => {
  const [login = '', days = ''] = process.argv.slice(2);
  await enterDatabase();
  await db().$executeRaw`
    UPDATE "Person" SET "passwordSetAt" = "passwordSetAt" - make_interval(days => ${Number(days)}::int)
    WHERE login = ${login}`;
  return 0;
});

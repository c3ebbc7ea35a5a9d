import { db } from '@/lib/db/client';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** As if every step of set-up had been done. */
await runScript(async () => {
  await enterDatabase();
  await db().$executeRaw`UPDATE "Installation" SET "setUpAt" = clock_timestamp() WHERE id = 1`;
  return 0;
});

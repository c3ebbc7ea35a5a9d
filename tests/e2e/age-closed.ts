import { db } from '@/lib/db/client';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** As if the case had been closed so many days ago, not to be reopened any more, and the worker had come by since. */
await runScript(async () => {
  const [caseNumber = '', days = ''] = process.argv.slice(2);
  await enterDatabase();
  const { deleteLarge } = await import('@/lib/photos/retention');
  const aged = await db().$executeRaw`
    UPDATE "Appeal" SET "closedAt" = now() - make_interval(days => ${Number(days)}::int),
      "reopenUntil" = now() - interval '1 day'
    WHERE "caseNumber" = ${caseNumber} AND "closedAt" IS NOT NULL`;
  if (aged !== 1) throw new Error(`${caseNumber} is not closed`);
  await deleteLarge();
  // Only pictures are of that age here: the worker of the site would soon take contacts as well.
  await db().$executeRaw`UPDATE "Appeal" SET "closedAt" = now() WHERE "caseNumber" = ${caseNumber}`;
  return 0;
});

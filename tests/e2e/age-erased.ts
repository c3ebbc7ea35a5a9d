import { db } from '@/lib/db/client';
import { enterDatabase } from '@/scripts/launcher/enter-database';
import { runScript } from '@/scripts/launcher/refusal';

/** As if the case had been closed so many days ago, not to be reopened any more, and the worker had come by since. */
await runScript(async () => {
  const [caseNumber = '', days = ''] = process.argv.slice(2);
  await enterDatabase();
  const { eraseDue } = await import('@/lib/retention/erase');
  const aged = await db().$executeRaw`
    UPDATE "Appeal" SET "closedAt" = now() - make_interval(days => ${Number(days)}::int),
      "reopenUntil" = now() - interval '1 day'
    WHERE "caseNumber" = ${caseNumber} AND "closedAt" IS NOT NULL`;
  if (aged !== 1) throw new Error(`${caseNumber} is not closed`);
  await eraseDue();
  return 0;
});

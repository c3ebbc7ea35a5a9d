import { forgetInstallation } from '@/lib/appeals/queries/front';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

/** Whether administration allows residents to speak what they file; asked anew, for administration. */
export async function dictationAllowed(): Promise<boolean> {
  const found = await db().installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { dictationAllowedAt: true },
  });
  return found.dictationAllowedAt !== null;
}

/** Allows dictation, or ends it. Pages of every process know within five seconds. */
export async function allowDictation(actor: PersonActor, allowed: boolean): Promise<void> {
  await db().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ name: string; was: boolean }[]>`
      SELECT name, "dictationAllowedAt" IS NOT NULL AS was FROM "Installation" WHERE id = 1 FOR UPDATE`;
    if (!row || row.was === allowed) return;
    await transaction.$executeRaw`
      UPDATE "Installation" SET "dictationAllowedAt" =
        CASE WHEN ${allowed} THEN date_trunc('milliseconds', clock_timestamp()) END WHERE id = 1`;
    await recordChange(transaction, actor, {
      subject: 'installation',
      subjectId: '1',
      name: row.name,
      action: 'changed',
      before: { dictation: row.was },
      after: { dictation: allowed },
    });
  });
  await forgetInstallation();
}

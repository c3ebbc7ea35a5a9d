import { forgetInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import { changeInstallation } from './change-installation';

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
  await changeInstallation(actor, async (transaction, { dictationAllowedAt }) => {
    const was = dictationAllowedAt !== null;
    if (was === allowed) return null;
    await transaction.installation.update({
      where: { id: 1 },
      data: { dictationAllowedAt: allowed ? await databaseClock(transaction) : null },
    });
    return { before: { dictation: was }, after: { dictation: allowed } };
  });
  await forgetInstallation();
}

import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

/** What may be asked for, in days. */
export const passwordDaysBetween = { least: 30, most: 730, proposed: 365 } as const;

/** Has passwords changed after so many days, or no longer (null): then the old ones that were kept are gone. */
export async function rulePasswords(actor: PersonActor, days: number | null): Promise<void> {
  await db().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ name: string; was: number | null }[]>`
      SELECT name, "passwordDays" AS was FROM "Installation" WHERE id = 1 FOR UPDATE`;
    if (!row || row.was === days) return;
    await transaction.installation.update({ where: { id: 1 }, data: { passwordDays: days } });
    await recordChange(transaction, actor, {
      subject: 'installation',
      subjectId: '1',
      name: row.name,
      action: 'changed',
      before: { passwordDays: row.was },
      after: { passwordDays: days },
    });
  });
}

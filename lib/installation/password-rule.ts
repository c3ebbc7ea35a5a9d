import type { PersonActor } from '@/lib/people/actor';
import { changeInstallation } from './change-installation';

/** What may be asked for, in days. */
export const passwordDaysBetween = { least: 30, most: 730, proposed: 365 } as const;

/** Has passwords changed after so many days, or no longer (null): then the old ones that were kept are gone. */
export async function rulePasswords(actor: PersonActor, days: number | null): Promise<void> {
  await changeInstallation(actor, async (transaction, { passwordDays }) => {
    if (passwordDays === days) return null;
    await transaction.installation.update({ where: { id: 1 }, data: { passwordDays: days } });
    return { before: { passwordDays }, after: { passwordDays: days } };
  });
}

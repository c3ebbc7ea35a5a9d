import { mustHave } from '@/lib/auth/factor-rule';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import { changeInstallation } from './change-installation';

/** How long people of a new installation have to set theirs up. */
export const firstGraceDays = 14;

/** From when on whoever sees everything or hands out rights signs in with a second factor; null: nobody has to. */
export async function secondFactorFrom(): Promise<Date | null> {
  const where = { id: 1 };
  const select = { secondFactorFrom: true };
  return (await db().installation.findUniqueOrThrow({ where, select })).secondFactorFrom;
}

/** How many of those it is asked of have none yet. */
export function withoutSecondFactor(): Promise<number> {
  return db().person.count({
    where: {
      disabledAt: null,
      roles: { hasSome: [...mustHave] },
      OR: [{ secondFactor: { is: null } }, { secondFactor: { is: { secret: null } } }],
    },
  });
}

/** Asks for it in so many days, or no longer (null). Asked already, the day stays as people were told. */
export async function requireSecondFactor(actor: PersonActor, days: number | null): Promise<void> {
  await changeInstallation(actor, async (transaction, before) => {
    if ((before.secondFactorFrom === null) === (days === null)) return null;
    const from = days === null ? null : daysAfter(await databaseClock(transaction), days);
    await transaction.installation.update({ where: { id: 1 }, data: { secondFactorFrom: from } });
    return {
      before: { secondFactorFrom: before.secondFactorFrom?.toISOString() ?? null },
      after: { secondFactorFrom: from?.toISOString() ?? null },
    };
  });
}

const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

/** For how many minutes a proof holds for grave acts. */
export async function setProofMinutes(actor: PersonActor, minutes: number): Promise<void> {
  await changeInstallation(actor, async (transaction, { proofMinutes }) => {
    if (proofMinutes === minutes) return null;
    await transaction.installation.update({ where: { id: 1 }, data: { proofMinutes: minutes } });
    return { before: { proofMinutes }, after: { proofMinutes: minutes } };
  });
}

export const idleBetween = { least: 10, most: 720 } as const;

/** After how many minutes without anything sessions of staff are over; null: at their end alone. */
export async function setIdleMinutes(actor: PersonActor, minutes: number | null): Promise<void> {
  await changeInstallation(actor, async (transaction, { idleMinutes }) => {
    if (idleMinutes === minutes) return null;
    await transaction.installation.update({ where: { id: 1 }, data: { idleMinutes: minutes } });
    return { before: { idleMinutes }, after: { idleMinutes: minutes } };
  });
}

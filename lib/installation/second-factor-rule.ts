import { recordChange } from '@/lib/audit/record-change';
import { mustHave } from '@/lib/auth/factor-rule';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

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
  await db().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ name: string; from: Date | null; then: Date }[]>`
      SELECT name, "secondFactorFrom" AS "from",
        date_trunc('milliseconds', clock_timestamp()) + make_interval(days => ${days ?? 0}::int) AS "then"
      FROM "Installation" WHERE id = 1 FOR UPDATE`;
    if (!row || (row.from === null) === (days === null)) return;
    const from = days === null ? null : row.then;
    await transaction.installation.update({ where: { id: 1 }, data: { secondFactorFrom: from } });
    await recordChange(transaction, actor, {
      subject: 'installation',
      subjectId: '1',
      name: row.name,
      action: 'changed',
      before: { secondFactorFrom: row.from?.toISOString() ?? null },
      after: { secondFactorFrom: from?.toISOString() ?? null },
    });
  });
}

/** For how many minutes a proof holds for grave acts. */
export async function setProofMinutes(actor: PersonActor, minutes: number): Promise<void> {
  await db().$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ name: string; was: number }[]>`
      SELECT name, "proofMinutes" AS was FROM "Installation" WHERE id = 1 FOR UPDATE`;
    if (!row || row.was === minutes) return;
    await transaction.installation.update({ where: { id: 1 }, data: { proofMinutes: minutes } });
    await recordChange(transaction, actor, {
      subject: 'installation',
      subjectId: '1',
      name: row.name,
      action: 'changed',
      before: { proofMinutes: row.was },
      after: { proofMinutes: minutes },
    });
  });
}

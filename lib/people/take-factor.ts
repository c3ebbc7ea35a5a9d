import { recordChange } from '@/lib/audit/record-change';
import { takeFactor } from '@/lib/auth/second-factor';
import { endSessionsOf } from '@/lib/auth/session-rows';
import type { Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { presentPerson } from './find-person';

/**
 * Takes away the second factor of somebody whose telephone and recovery codes are gone: signed out
 * everywhere, at once, and told of it by letter and as they next sign in. Never one's own: that is done on
 * one's own page, with the factor itself.
 */
export function takeFactorAway(id: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    if (id === by.personId) against(null, 'ownFactor');
    await take(transaction, id, by);
  });
}

/** The same by whoever runs the server, for an only administrator; the log names the system. */
export const takeFactorAtServer = (id: string): Promise<Outcome> =>
  changeOrganisation((transaction) => take(transaction, id, null));

async function take(transaction: Transaction, id: string, by: PersonActor | null): Promise<void> {
  const { name } = await presentPerson(transaction, id);
  if (!(await takeFactor(transaction, id))) return;
  const factorTakenAt = await databaseClock(transaction);
  await transaction.person.update({ where: { id }, data: { factorTakenAt } });
  await endSessionsOf(id, transaction);
  const change = { subject: 'person', subjectId: id, name, action: 'factorTaken' } as const;
  await recordChange(transaction, by, change);
}

import { recordChange } from '@/lib/audit/record-change';
import { takeFactor } from '@/lib/auth/second-factor';
import { endSessionsOf } from '@/lib/auth/session-rows';
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
    const { name } = await presentPerson(transaction, id);
    if (id === by.personId) against(null, 'ownFactor');
    if (!(await takeFactor(transaction, id))) return;
    const factorTakenAt = await databaseClock(transaction);
    await transaction.person.update({ where: { id }, data: { factorTakenAt } });
    await endSessionsOf(id, transaction);
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name,
      action: 'factorTaken',
    });
  });
}

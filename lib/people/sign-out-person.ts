import { recordChange } from '@/lib/audit/record-change';
import { endSessionsOf } from '@/lib/auth/session-rows';
import { changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { findPerson } from './find-person';

/** Signs somebody out everywhere, at once; their password and second factor stay. */
export function signOutPerson(id: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const { name } = await findPerson(transaction, id);
    await endSessionsOf(id, transaction);
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name,
      action: 'signedOut',
    });
  });
}

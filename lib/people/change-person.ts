import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { tick } from '@/lib/fields';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { administratorsStand } from './administrators-stand';
import { presentPerson, rolesGoTogether } from './find-person';
import { personName, personRoles, workEmail } from './person-fields';
import { givesMore } from './roles';
import { openEmail, sealEmail } from './work-email';

export const personFacts = z.object({
  name: personName,
  roles: personRoles,
  email: workEmail,
  digest: tick(),
});

/** Name, roles, work address, digest. Changed roles hold from the next page they open. */
export function changePerson(
  id: string,
  given: z.infer<typeof personFacts>,
  by: PersonActor,
): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const person = await presentPerson(transaction, id);
    const { name, digest, email } = given;
    const roles = given.roles.toSorted();
    rolesGoTogether(roles);
    if (id === by.personId && givesMore(person.roles, roles)) against('roles', 'ownRoles');
    const known = openEmail(id, person.email);
    const sameEmail = known === (email ?? null);
    const before = { name: person.name, roles: person.roles.toSorted(), digest: person.digest };
    const after = { name, roles, digest };
    if (sameEmail && JSON.stringify(before) === JSON.stringify(after)) return;
    await transaction.person.update({
      where: { id },
      data: { ...after, ...(sameEmail ? {} : { email: sealEmail(id, email) }) },
    });
    await administratorsStand(transaction);
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name,
      action: 'changed',
      before: { ...before, ...(sameEmail ? {} : { email: known ? 'given' : null }) },
      after: { ...after, ...(sameEmail ? {} : { email: email ? 'changed' : null }) },
    });
  });
}

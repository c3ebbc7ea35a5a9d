import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { openUnit } from '@/lib/units/find-unit';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { threeStayApart } from './administrators-stand';
import { rolesGoTogether } from './find-person';
import type { NewPerson } from './person-fields';
import { sealEmail } from './work-email';

/** @returns the id of the new person, who cannot sign in before they took up an invitation. */
export function addPerson(given: NewPerson, by: PersonActor): Promise<Outcome<string>> {
  return changeOrganisation(async (transaction) => {
    const { name, login, roles, email } = given;
    const unit = await openUnit(transaction, given.unitId, 'unitId');
    rolesGoTogether(roles);
    // As taking up an invitation does, where people may choose a login too.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${login}))`;
    const taken = await transaction.person.findUnique({ where: { login } });
    if (taken) against('login', 'loginTaken', { name: taken.name });
    const id = newId();
    await transaction.person.create({
      data: { id, name, login, roles, unitId: unit.id, email: sealEmail(id, email) },
    });
    await threeStayApart(transaction);
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name,
      action: 'added',
      after: { name, login, roles, unit: unit.name, email: Boolean(email) },
    });
    return id;
  });
}

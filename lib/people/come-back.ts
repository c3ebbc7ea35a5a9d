import { recordChange } from '@/lib/audit/record-change';
import { openUnit } from '@/lib/units/find-unit';
import { changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { threeStayApart } from './administrators-stand';
import { findPerson, rolesGoTogether } from './find-person';

/** Back again, with the roles of before, in a unit that is open; a new link lets them in. */
export function comeBack(id: string, unitId: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const person = await findPerson(transaction, id);
    if (!person.disabledAt) return;
    const unit = await openUnit(transaction, unitId, 'unitId');
    rolesGoTogether(person.roles);
    await transaction.person.update({ where: { id }, data: { disabledAt: null, unitId } });
    await threeStayApart(transaction);
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name: person.name,
      action: 'returned',
      before: { unit: person.unit.name, roles: null },
      after: { unit: unit.name, roles: person.roles },
    });
  });
}

import { recordChange } from '@/lib/audit/record-change';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { presentPerson } from './find-person';

/** Who stands in while this person is away; null for nobody. */
export function setDeputy(id: string, deputyId: string | null, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const person = await presentPerson(transaction, id);
    if (person.deputyId === deputyId) return;
    if (deputyId === id) against('deputyId', 'ownDeputy');
    const named = (who: string) => transaction.person.findUnique({ where: { id: who } });
    const deputy = deputyId ? await named(deputyId) : null;
    if (deputyId && !deputy) against('deputyId', 'personGone');
    if (deputy?.disabledAt) against('deputyId', 'personLeft', { name: deputy.name });
    const before = person.deputyId ? await named(person.deputyId) : null;
    await transaction.person.update({ where: { id }, data: { deputyId } });
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name: person.name,
      action: 'changed',
      before: { deputy: before?.name ?? null },
      after: { deputy: deputy?.name ?? null },
    });
  });
}

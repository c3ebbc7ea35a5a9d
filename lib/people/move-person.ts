import { recordChange } from '@/lib/audit/record-change';
import { openUnit } from '@/lib/units/find-unit';
import { changeOrganisation, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { presentPerson } from './find-person';
import { type HandedOver, handOver } from './hand-over';
import { keepBarred } from './keep-barred';
import { mayReceive } from './receiver';

/** To another unit. The cases stay with the old one: with another person there, or on its common list. */
export async function movePerson(
  id: string,
  unitId: string,
  toPersonId: string | null,
  by: PersonActor,
): Promise<Outcome<HandedOver>> {
  const moved = await changeOrganisation(async (transaction) => {
    const person = await presentPerson(transaction, id);
    const unit = await openUnit(transaction, unitId, 'unitId');
    if (person.unitId === unitId) return null;
    await mayReceive(transaction, toPersonId, person);
    await transaction.person.update({ where: { id }, data: { unitId } });
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name: person.name,
      action: 'moved',
      before: { unit: person.unit.name },
      after: { unit: unit.name },
    });
    return person.unit.path;
  });
  if (!moved.ok) return moved;
  if (moved.value === null) return { ok: true, value: { moved: 0, failed: 0 } };
  await keepBarred(id, moved.value);
  return { ok: true, value: await handOver(id, toPersonId, 'moved', by) };
}

import type { Transaction } from '@/lib/db/client';
import { against } from '@/lib/units/organisation';
import { capabilitiesOf } from './roles';

/** Who may be given cases of a unit: somebody else there who handles and has not left. */
export async function mayReceive(
  transaction: Transaction,
  toPersonId: string | null,
  from: { id: string; unitId: string },
): Promise<void> {
  if (!toPersonId) return;
  const person = await transaction.person.findUnique({ where: { id: toPersonId } });
  const fits =
    person &&
    person.id !== from.id &&
    person.unitId === from.unitId &&
    !person.disabledAt &&
    capabilitiesOf(person.roles).has('handle');
  if (!fits) against('toPersonId', 'cannotReceive');
}

import type { Transaction } from '@/lib/db/client';
import { against } from '@/lib/units/organisation';
import { clashOf } from './roles';

/** The person with their unit's name. */
export async function findPerson(transaction: Transaction, id: string) {
  const person = await transaction.person.findUnique({
    where: { id },
    include: { unit: { select: { name: true, path: true } } },
  });
  return person ?? against(null, 'personGone');
}

/** Someone who works here today. */
export async function presentPerson(transaction: Transaction, id: string) {
  const person = await findPerson(transaction, id);
  return person.disabledAt ? against(null, 'personLeft', { name: person.name }) : person;
}

/** Both roles are named, so that it is clear what to take away. */
export function rolesGoTogether(roles: readonly string[]): void {
  const clash = clashOf(roles);
  if (clash) against('roles', 'rolesClash', { one: clash[0], other: clash[1] });
}

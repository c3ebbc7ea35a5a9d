import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

/** Open lead assignments of appeals that are not closed: cases somebody must still see through. */
export const openLead: Prisma.AssignmentWhereInput = {
  role: 'lead',
  untilAt: null,
  appeal: { status: { not: 'closed' } },
};

/** What a unit still has, and why it cannot be closed just now. */
export interface Held {
  cases: number;
  people: number;
  children: number;
}

export async function heldBy(database: Database, unitId: string): Promise<Held> {
  const led = await database.assignment.count({ where: { ...openLead, unitId } });
  // A cause that is theirs and not yet answered, or about to be theirs, is a case they still owe.
  const owned = await database.cause.count({ where: { unitId, endedAt: null, answeredAt: null } });
  const asked = await database.request.count({ where: { ownerUnitId: unitId, endedAt: null } });
  const cases = led + owned + asked;
  const people = await database.person.count({ where: { unitId, disabledAt: null } });
  const children = await database.unit.count({ where: { parentId: unitId, closedAt: null } });
  return { cases, people, children };
}

export const casesOf = (database: Database, personId: string): Promise<number> =>
  database.assignment.count({ where: { ...openLead, personId } });

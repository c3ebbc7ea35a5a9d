import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

/** Open lead assignments of appeals that are not closed: cases somebody must still see through. */
export const openLead: Prisma.AssignmentWhereInput = {
  role: 'lead',
  untilAt: null,
  appeal: { status: { not: 'closed' } },
};

/**
 * What a unit still has, and why it cannot be closed just now. Cases are those it leads, helps with, has
 * been called to or owns the cause of.
 */
export interface Held {
  cases: number;
  people: number;
  children: number;
}

export async function heldBy(database: Database, unitId: string): Promise<Held> {
  const cases = await database.appeal.count({
    where: {
      OR: [
        {
          status: { not: 'closed' },
          OR: [
            { assignments: { some: { unitId, untilAt: null } } },
            { calls: { some: { unitId, endedAt: null } } },
          ],
        },
        // A cause that is theirs and not yet answered, or about to be theirs, is a case they still owe.
        { causes: { some: { unitId, endedAt: null, answeredAt: null } } },
        { requests: { some: { ownerUnitId: unitId, endedAt: null } } },
      ],
    },
  });
  const people = await database.person.count({ where: { unitId, disabledAt: null } });
  const children = await database.unit.count({ where: { parentId: unitId, closedAt: null } });
  return { cases, people, children };
}

export const casesOf = (database: Database, personId: string): Promise<number> =>
  database.assignment.count({ where: { ...openLead, personId } });

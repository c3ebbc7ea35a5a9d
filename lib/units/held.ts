import { notRecusedFrom } from '@/lib/appeals/queries/recused';
import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { PersonActor } from '@/lib/people/actor';

/** Open lead assignments of appeals that are not closed: cases somebody must still see through. */
export const openLead: Prisma.AssignmentWhereInput = {
  role: 'lead',
  untilAt: null,
  appeal: { status: { not: 'closed' } },
};

/** The same as far as somebody may know of them: numbers leave out what they are barred from. */
export const openLeadFor = (by: PersonActor): Prisma.AssignmentWhereInput => ({
  ...openLead,
  appeal: { status: { not: 'closed' }, ...notRecusedFrom(by) },
});

/**
 * What a unit still has, and why it cannot be closed just now. Cases are those it leads, helps with, has
 * been called to or owns the cause of.
 */
export interface Held {
  cases: number;
  people: number;
  children: number;
}

/** `more`: there are cases that are not counted for whoever asks. */
export type HeldBy = Held & { more: boolean };

export async function heldBy(database: Database, unitId: string, by: PersonActor): Promise<HeldBy> {
  const still = has(unitId);
  const cases = await database.appeal.count({ where: { AND: [still, notRecusedFrom(by)] } });
  const all = await database.appeal.count({ where: still });
  const people = await database.person.count({ where: { unitId, disabledAt: null } });
  const children = await database.unit.count({ where: { parentId: unitId, closedAt: null } });
  return { cases, people, children, more: all > cases };
}

const has = (unitId: string): Prisma.AppealWhereInput => ({
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
});

export const casesOf = (database: Database, personId: string, by: PersonActor): Promise<number> =>
  database.assignment.count({ where: { ...openLeadFor(by), personId } });

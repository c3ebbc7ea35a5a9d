import type { UnitKind } from '@/lib/appeals/queries/choices';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { heldBy, openLeadFor } from './held';
import { within } from './tree';

export interface UnitLine {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  path: string;
  parentId: string | null;
  closedAt: Date | null;
  people: number;
  cases: number;
}

/**
 * The whole tree in its order, with how many people and open cases each unit itself has; the cases as far
 * as the reader may know of them, and none where nobody is named.
 */
export async function readTree(by: PersonActor | null = null): Promise<UnitLine[]> {
  const [units, people, cases] = await Promise.all([
    db().unit.findMany({ orderBy: { path: 'asc' } }),
    db().person.groupBy({ by: ['unitId'], where: { disabledAt: null }, _count: true }),
    by ? db().assignment.groupBy({ by: ['unitId'], where: openLeadFor(by), _count: true }) : [],
  ]);
  const counted = (rows: { unitId: string; _count: number }[]) =>
    new Map(rows.map((it) => [it.unitId, it._count]));
  const [peopleOf, casesOf] = [counted(people), counted(cases)];
  return units.map((unit) => ({
    ...unit,
    people: peopleOf.get(unit.id) ?? 0,
    cases: casesOf.get(unit.id) ?? 0,
  }));
}

const named = { id: true, name: true, nameEn: true, closedAt: true } as const;

/** One unit with what is around it; null when there is none. */
export async function readUnitPage(id: string, by: PersonActor) {
  const unit = await db().unit.findUnique({
    where: { id },
    include: {
      parent: { select: named },
      mergedInto: { select: named },
      mergedFrom: { select: named },
      children: { select: named, orderBy: { path: 'asc' } },
      people: {
        where: { disabledAt: null },
        orderBy: { name: 'asc' },
        select: { id: true, name: true, roles: true },
      },
    },
  });
  return unit && { ...unit, held: await heldBy(db(), id, by) };
}

export type UnitPage = NonNullable<Awaited<ReturnType<typeof readUnitPage>>>;

/** Open units the given one may be put under or merged into: those not below it. */
export async function readPlacesFor(unit: { path: string }): Promise<UnitLine[]> {
  const all = await readTree();
  return all.filter((it) => !it.closedAt && !within(it.path, unit.path));
}

import { db } from '@/lib/db/client';
import { capabilitiesOf } from '@/lib/people/roles';
import type { Named } from './case-view';

export const unitKinds = [
  'street',
  'department',
  'utility',
  'community',
  'district',
  'city',
  'hotline',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export type UnitChoice = Named & { kind: UnitKind };

/** Units that an appeal may be sent to. */
export function readUnits(): Promise<UnitChoice[]> {
  return db().unit.findMany({
    where: { closedAt: null },
    orderBy: [{ path: 'asc' }],
    select: { id: true, name: true, nameEn: true, kind: true },
  });
}

export function readCategories(): Promise<Named[]> {
  return db().category.findMany({
    orderBy: { path: 'asc' },
    select: { id: true, name: true, nameEn: true },
  });
}

/** People of a unit who can be given an appeal. */
export async function readPeopleOf(unitId: string): Promise<{ id: string; name: string }[]> {
  const people = await db().person.findMany({
    where: { unitId, disabledAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, roles: true },
  });
  return people.filter((it) => capabilitiesOf(it.roles).has('handle'));
}

/** The name of a unit, for whoever is signed in. */
export function readUnit(id: string): Promise<Named | null> {
  return db().unit.findUnique({ where: { id }, select: { id: true, name: true, nameEn: true } });
}

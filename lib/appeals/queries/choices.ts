import { db, planned } from '@/lib/db/client';
import { capabilitiesOf, roleNames } from '@/lib/people/roles';
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

/** `staffed`: somebody there can take a case up. */
export type UnitChoice = Named & { kind: UnitKind; staffed: boolean };

/** Units that an appeal may be sent to. One statement: a county has hundreds, and every search and every form of dispatching asks. */
export function readUnits(): Promise<UnitChoice[]> {
  return db().$queryRaw<UnitChoice[]>`${planned}
    SELECT u.id, u.name, u."nameEn", u.kind::text AS kind, EXISTS (SELECT FROM "Person" p
        WHERE p."unitId" = u.id AND p."disabledAt" IS NULL AND p.roles && ${handling}::text[]) AS staffed
    FROM "Unit" u WHERE u."closedAt" IS NULL ORDER BY u.path`;
}

/** Roles of whoever can take a case up. */
const handling = roleNames.filter((it) => capabilitiesOf([it]).has('handle'));

/**
 * Categories that can be chosen, in the order of the tree. Lower levels are set in by full-width blanks,
 * which a list of options keeps where it would drop others.
 */
export async function readCategories(): Promise<Named[]> {
  const rows = await db().category.findMany({
    where: { retiredAt: null },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, nameEn: true, path: true },
  });
  return rows.map(({ id, name, nameEn, path }) => {
    const inset = '\u3000'.repeat(path.split('/').length - 2);
    return { id, name: inset + name, nameEn: inset + nameEn };
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

/** Everybody who works here, by unit in the order of the tree. */
export async function readEverybody() {
  const units = await db().unit.findMany({
    where: { people: { some: { disabledAt: null } } },
    orderBy: { path: 'asc' },
    select: {
      id: true,
      name: true,
      nameEn: true,
      people: {
        where: { disabledAt: null },
        orderBy: { name: 'asc' },
        select: { id: true, name: true },
      },
    },
  });
  return units.map(({ people, ...unit }) => ({ unit, people }));
}

/** The name of a unit, for whoever is signed in. */
export function readUnit(id: string): Promise<Named | null> {
  return db().unit.findUnique({ where: { id }, select: { id: true, name: true, nameEn: true } });
}

import type { Database } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { openEmail } from '@/lib/people/work-email';
import { openLeadFor } from '@/lib/units/held';
import type { KnownPerson } from './plan-people';
import type { KnownUnit } from './plan-units';

/** All units as the plan compares them. */
export async function knownUnits(database: Database): Promise<KnownUnit[]> {
  const units = await database.unit.findMany({
    orderBy: { path: 'asc' },
    include: { parent: { select: { code: true } } },
  });
  return units.map(({ id, code, name, nameEn, kind, parent, closedAt }) => ({
    id,
    code,
    name,
    nameEn,
    kind,
    parent: parent?.code ?? null,
    closed: closedAt !== null,
  }));
}

/** All people as the plan compares them. */
export async function knownPeople(database: Database, by: PersonActor): Promise<KnownPerson[]> {
  const people = await database.person.findMany({
    orderBy: { login: 'asc' },
    include: { unit: { select: { code: true } } },
  });
  const held = await database.assignment.groupBy({
    by: ['personId'],
    where: { ...openLeadFor(by), personId: { not: null } },
    _count: true,
  });
  const cases = new Map(held.map((it) => [it.personId, it._count]));
  return people.map((it) => ({
    id: it.id,
    login: it.login,
    name: it.name,
    unit: it.unit.code,
    roles: it.roles,
    email: openEmail(it.id, it.email),
    left: it.disabledAt !== null,
    canSignIn: it.passwordHash !== null,
    cases: cases.get(it.id) ?? 0,
  }));
}

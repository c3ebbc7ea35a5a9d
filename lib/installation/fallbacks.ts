import { related } from '@/lib/appeals/parties';
import { forgetRules } from '@/lib/appeals/rules';
import { recordChange } from '@/lib/audit/record-change';
import { type Database, db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { partsIn } from '@/lib/people/roles';
import { against, changeOrganisation, type Outcome } from '@/lib/units/organisation';

export interface FallbackPerson {
  id: string;
  name: string;
  unit: { id: string; name: string; nameEn: string; path: string };
  disabledAt: Date | null;
  roles: string[];
}

/** Why the two there are do not do: fewer than two, one has left or may not act, or both of one unit. */
export const fallbackTroubles = ['missing', 'gone', 'sameUnit'] as const;
export type FallbackTrouble = (typeof fallbackTroubles)[number];

/** Whoever only reads, or hands out rights, does not decide on appeals. */
const mayServe = ({ disabledAt, roles }: Pick<FallbackPerson, 'disabledAt' | 'roles'>): boolean =>
  disabledAt === null && !roles.includes('inspector') && partsIn(roles).length === 0;

function troubleOf(people: readonly FallbackPerson[]): FallbackTrouble | null {
  const [one, other] = people;
  if (!one || !other) return 'missing';
  if (!mayServe(one) || !mayServe(other)) return 'gone';
  return related(one.unit.path, other.unit.path) ? 'sameUnit' : null;
}

const select = {
  id: true,
  name: true,
  roles: true,
  disabledAt: true,
  unit: { select: { id: true, name: true, nameEn: true, path: true } },
} as const;

/** The two people who take an appeal from which everybody else is barred, and what is wrong with them. */
export async function readFallbacks(
  database: Database = db(),
): Promise<{ people: FallbackPerson[]; trouble: FallbackTrouble | null }> {
  const rows = await database.fallback.findMany({
    orderBy: { place: 'asc' },
    select: { person: { select } },
  });
  const people = rows.map((it) => it.person);
  return { people, trouble: troubleOf(people) };
}

/** Everybody who could be named. */
export async function readCandidates(): Promise<FallbackPerson[]> {
  const people = await db().person.findMany({
    where: { disabledAt: null },
    orderBy: [{ unit: { path: 'asc' } }, { name: 'asc' }],
    select,
  });
  return people.filter(mayServe);
}

/**
 * Names the two. They must work in units of which neither lies above the other: a complaint about one unit
 * may never bar them both.
 */
export function nameFallbacks(
  { first, second }: { first: string; second: string },
  by: PersonActor,
): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const before = (await readFallbacks(transaction)).people;
    const people = await transaction.person.findMany({
      where: { id: { in: [first, second] } },
      select,
    });
    const [one, other] = [first, second].map((id) => people.find((it) => it.id === id));
    if (!one || !mayServe(one)) return against('first', 'cannotServe');
    if (!other || !mayServe(other)) return against('second', 'cannotServe');
    if (one.id === other.id) return against('second', 'samePerson');
    if (related(one.unit.path, other.unit.path)) return against('second', 'sameUnit');
    await transaction.fallback.deleteMany({});
    await transaction.fallback.createMany({
      data: [
        { place: 1, personId: one.id },
        { place: 2, personId: other.id },
      ],
    });
    const tell = (person: FallbackPerson, action: 'named' | 'released') =>
      recordChange(transaction, by, {
        subject: 'fallback',
        subjectId: person.id,
        name: person.name,
        action,
      });
    const now = [one, other];
    for (const it of before) if (!now.some(({ id }) => id === it.id)) await tell(it, 'released');
    for (const it of now) if (!before.some(({ id }) => id === it.id)) await tell(it, 'named');
  }).finally(forgetRules);
}

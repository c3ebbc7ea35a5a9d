import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { literally } from '@/lib/text';
import { type Role, roleNames } from './roles';

export const personStates = ['here', 'noPassword', 'left', 'all'] as const;
export type PersonState = (typeof personStates)[number];

export interface PeopleAsked {
  words: string;
  unitId: string | null;
  role: Role | null;
  state: PersonState;
  page: number;
}

const pageSize = 50;

const inState: Record<PersonState, Prisma.PersonWhereInput> = {
  here: { disabledAt: null },
  noPassword: { disabledAt: null, passwordHash: null },
  left: { disabledAt: { not: null } },
  all: {},
};

const isUuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** The question in an address; whatever is not understood is not asked. */
export function readPeopleAsked(params: Record<string, string | undefined>): PeopleAsked {
  const page = Number(params.page);
  return {
    words: (params.words ?? '').trim().slice(0, 40),
    unitId: params.unit && isUuid(params.unit) ? params.unit : null,
    role: roleNames.find((it) => it === params.role) ?? null,
    state: personStates.find((it) => it === params.state) ?? 'here',
    page: Number.isSafeInteger(page) && page > 1 && page < 10_000 ? page : 1,
  };
}

/** People found, by unit and name, a page at a time; `more` when there is another. */
export async function readPeople({ words, unitId, role, state, page }: PeopleAsked) {
  const like = { contains: literally(words), mode: 'insensitive' } as const;
  const where: Prisma.PersonWhereInput = {
    ...inState[state],
    ...(unitId ? { unitId } : {}),
    ...(role ? { roles: { has: role } } : {}),
    ...(words ? { OR: [{ name: like }, { login: like }] } : {}),
  };
  const [total, found] = await Promise.all([
    db().person.count({ where }),
    db().person.findMany({
      where,
      orderBy: [{ unit: { path: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        name: true,
        login: true,
        roles: true,
        disabledAt: true,
        passwordHash: true,
        unit: { select: { id: true, name: true, nameEn: true } },
      },
    }),
  ]);
  const people = found.map(({ passwordHash, ...it }) => ({
    ...it,
    canSignIn: passwordHash !== null,
  }));
  return { total, people, more: page * pageSize < total };
}

export type PersonLine = Awaited<ReturnType<typeof readPeople>>['people'][number];

/** Everybody of one unit who handles cases, but this person: who could take theirs. */
export async function readReceivers(unitId: string, exceptId: string) {
  return db().person.findMany({
    where: {
      unitId,
      id: { not: exceptId },
      disabledAt: null,
      roles: { hasSome: ['handler', 'leader'] },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** Everybody who works here, for choosing a deputy: the own unit first. */
export async function readDeputies(person: { id: string; unitId: string }) {
  const people = await db().person.findMany({
    where: { disabledAt: null, id: { not: person.id } },
    orderBy: [{ unit: { path: 'asc' } }, { name: 'asc' }],
    select: { id: true, name: true, unitId: true, unit: { select: { name: true, nameEn: true } } },
  });
  return people.toSorted(
    (one, other) => Number(other.unitId === person.unitId) - Number(one.unitId === person.unitId),
  );
}

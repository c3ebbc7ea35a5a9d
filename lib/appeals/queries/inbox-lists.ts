import { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';

/**
 * Where a person's work comes from: turns of the own unit, of units below it, or of a capability;
 * `supervise` is what a supervisor watches and what a leader took on; `entrusted` is what fell to a
 * fallback because the others are barred. The first that is open to a person
 * is what their day begins with.
 */
export const desks = [
  'unit',
  'dispatch',
  'review',
  'supervise',
  'interview',
  'below',
  'entrusted',
] as const;
export type Desk = (typeof desks)[number];

export function isOpenDesk(desk: Desk, actor: PersonActor): boolean {
  switch (desk) {
    case 'unit':
      return may(actor, 'handle');
    case 'below':
      return may(actor, 'assign');
    case 'supervise':
      return may(actor, 'supervise') || may(actor, 'takeOn');
    default:
      return may(actor, desk);
  }
}

export const desksOf = (actor: PersonActor): Desk[] =>
  desks.filter((desk) => isOpenDesk(desk, actor));

/** What a list asks of a turn `t`. */
interface Asked {
  actor: PersonActor;
  /** Absent people whose work the reader does today. */
  standsInFor: Prisma.Sql;
  /** The database's own clock, as an expression. */
  at: Prisma.Sql;
}

interface List {
  of: readonly Desk[];
  where(asked: Asked): Prisma.Sql;
}

const all: Prisma.Sql = Prisma.sql`TRUE`;

/** The quick lists of an inbox; the same condition finds the rows and counts them. */
const lists = {
  mine: {
    of: ['unit'],
    where: ({ actor, standsInFor }) =>
      Prisma.sql`(t."personId" IS NULL OR ${named(actor, standsInFor)} OR EXISTS (
        SELECT FROM "Person" w WHERE w.id = t."personId" AND (w."disabledAt" IS NOT NULL
          OR w."unitId" <> t."unitId" OR NOT w.roles && ARRAY['handler', 'leader'])))`,
  },
  all: { of: desks, where: () => all },
  accept: { of: ['unit', 'below'], where: () => Prisma.sql`t.verb = 'accept'` },
  contact: { of: ['unit', 'below'], where: () => Prisma.sql`t.verb = 'contact'` },
  called: {
    of: ['unit', 'below'],
    where: () => Prisma.sql`t.verb IN ('reportIn', 'arrive', 'reportBack')`,
  },
  overdue: { of: desks, where: ({ at }) => Prisma.sql`t."dueAt" < ${at}` },
  again: { of: desks, where: () => Prisma.sql`t.round >= 2` },
} satisfies Record<string, List>;

export type InboxList = keyof typeof lists;

const listNames = Object.keys(lists) as InboxList[];

export const conditionOf = (list: InboxList, asked: Asked): Prisma.Sql => lists[list].where(asked);

/** Turns named to the reader, or to somebody for whom they stand in. */
export const named = (actor: PersonActor, standsInFor: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`t."personId" = ANY(ARRAY[${actor.personId}::uuid] || ${standsInFor})`;

export const listsOf = (desk: Desk): InboxList[] =>
  listNames.filter((name) => (lists[name].of as readonly Desk[]).includes(desk));

const isList = (name: string | undefined): name is InboxList => Object.hasOwn(lists, name ?? '');

/** A list named in an address; a leader opens with the whole unit, others with what is theirs. */
export function readList(name: string | undefined, desk: Desk, actor: PersonActor): InboxList {
  if (isList(name) && listsOf(desk).includes(name)) return name;
  return desk === 'unit' && !may(actor, 'assign') ? 'mine' : 'all';
}

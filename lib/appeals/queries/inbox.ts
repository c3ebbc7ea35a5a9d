import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { Prisma } from '@/lib/db/generated/client';
import { may, type PersonActor } from '@/lib/people/actor';
import { addDays, civilDateOf, instantOf } from '@/lib/time/civil';
import { isVerb, type Status, type Verb } from '../lifecycle';
import { related } from '../parties';
import type { Named } from './case-view';
import { type PageKey, writePageKey } from './page-key';
import { visibleTo } from './visible';

/** Where a person's work comes from: the own unit's turns, or those of a capability. */
export const desks = ['unit', 'dispatch', 'interview'] as const;
export type Desk = (typeof desks)[number];

export const desksOf = (actor: PersonActor): Desk[] =>
  desks.filter((desk) => may(actor, desk === 'unit' ? 'handle' : desk));

export interface InboxRow {
  id: string;
  verb: Verb;
  dueAt: Date | null;
  yellowAt: Date | null;
  redAt: Date | null;
  /** Named to the reader in person. */
  own: boolean;
  person: string | null;
  caseNumber: string;
  status: Status;
  round: number;
  title: string;
  place: string;
  category: Named | null;
  secret: boolean;
  /** Language in which the resident wrote. */
  voiceLocale: string | undefined;
}

interface TurnLine {
  personId: string | null;
  verb: string;
  dueAt: Date | null;
  appeal: { round: number };
}

interface List {
  of: readonly Desk[];
  /** The same question twice: asked of the database for the rows, of the tally for the number. */
  where(actor: PersonActor, at: Date): Prisma.TurnWhereInput;
  has(turn: TurnLine, actor: PersonActor, at: Date): boolean;
}

/** The quick lists of an inbox; the first of a desk is what it opens with. */
const lists = {
  mine: {
    of: ['unit'],
    where: (actor) => ({ OR: [{ personId: actor.personId }, { personId: null }] }),
    has: (turn, actor) => turn.personId === actor.personId || turn.personId === null,
  },
  all: { of: desks, where: () => ({}), has: () => true },
  accept: {
    of: ['unit'],
    where: () => ({ verb: 'accept' }),
    has: (turn) => turn.verb === 'accept',
  },
  contact: {
    of: ['unit'],
    where: () => ({ verb: 'contact' }),
    has: (turn) => turn.verb === 'contact',
  },
  overdue: {
    of: desks,
    where: (_actor, at) => ({ dueAt: { lt: at } }),
    has: (turn, _actor, at) => turn.dueAt !== null && turn.dueAt < at,
  },
  again: {
    of: desks,
    where: () => ({ appeal: { round: { gte: 2 } } }),
    has: (turn) => turn.appeal.round >= 2,
  },
} satisfies Record<string, List>;

export type InboxList = keyof typeof lists;

const isList = (name: string | undefined): name is InboxList => Object.hasOwn(lists, name ?? '');

export const listsOf = (desk: Desk): InboxList[] =>
  (Object.keys(lists) as InboxList[]).filter((name) =>
    (lists[name].of as readonly Desk[]).includes(desk),
  );

/** A list named in an address; a leader opens with the whole unit, others with what is theirs. */
export function readList(name: string | undefined, desk: Desk, actor: PersonActor): InboxList {
  if (isList(name) && listsOf(desk).includes(name)) return name;
  return desk === 'unit' && !may(actor, 'assign') ? 'mine' : 'all';
}

export interface Inbox {
  at: Date;
  dayEndsAt: Date;
  rows: InboxRow[];
  older: string | null;
  counts: Record<InboxList, number>;
  /** Within the list chosen. */
  overdue: number;
  today: number;
  total: number;
  /** There are more turns than were counted: every number means "at least". */
  atLeast: boolean;
}

const pageOf = 25;
/** Turns counted for the numbers beside the lists; the most urgent ones come first. */
const mostCounted = 300;

const order = [{ dueAt: 'asc' }, { id: 'asc' }] satisfies Prisma.TurnOrderByWithRelationInput[];

/** One desk's turns, most urgent first, under `visibleTo`. `zone` decides when today ends. */
export async function readInbox(
  actor: PersonActor,
  desk: Desk,
  list: InboxList,
  after: PageKey | null,
  zone: string,
): Promise<Inbox> {
  const at = await databaseClock(db());
  const dayEndsAt = instantOf(addDays(civilDateOf(at, zone), 1), '00:00', zone);
  const mine: Prisma.TurnWhereInput = {
    ...(desk === 'unit' ? { unitId: actor.unitId } : { capability: desk }),
    AND: [
      { OR: [{ notBefore: null }, { notBefore: { lte: at } }] },
      ...(may(actor, 'readAll') ? [] : [{ appeal: visibleTo(actor) }]),
    ],
  };
  const [found, counted] = await Promise.all([
    db().turn.findMany({
      where: { AND: [mine, lists[list].where(actor, at), ...(after ? [behind(after)] : [])] },
      orderBy: order,
      take: pageOf + 1,
      select: rowFields,
    }),
    db().turn.findMany({
      where: mine,
      orderBy: order,
      take: mostCounted + 1,
      select: { ...turnFields, appeal: { select: { round: true, ...pathFields } } },
    }),
  ]);
  const open = <T extends { appeal: Paths }>(turns: T[]) =>
    desk === 'interview' ? turns.filter((it) => neutralTo(actor, it.appeal)) : turns;
  const atLeast = counted.length > mostCounted;
  const turns = open(counted.slice(0, mostCounted));
  const chosen = turns.filter((it) => lists[list].has(it, actor, at));
  const page = found.slice(0, pageOf);
  const last = page.at(-1);
  return {
    at,
    dayEndsAt,
    rows: open(page).flatMap((turn) => rowOf(turn, actor)),
    older: found.length > pageOf && last ? writePageKey({ at: last.dueAt, id: last.id }) : null,
    counts: countsOf(turns, actor, at),
    overdue: chosen.filter((it) => lists.overdue.has(it, actor, at)).length,
    today: chosen.filter((it) => it.dueAt !== null && it.dueAt >= at && it.dueAt < dayEndsAt)
      .length,
    total: chosen.length,
    atLeast,
  };
}

/** Rows after the key, those without a date last, as PostgreSQL sorts them. */
function behind({ at, id }: PageKey): Prisma.TurnWhereInput {
  if (!at) return { dueAt: null, id: { gt: id } };
  return { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }, { dueAt: null }] };
}

function countsOf(turns: readonly TurnLine[], actor: PersonActor, at: Date) {
  const count = (name: InboxList) => turns.filter((it) => lists[name].has(it, actor, at)).length;
  return Object.fromEntries(
    (Object.keys(lists) as InboxList[]).map((name) => [name, count(name)]),
  ) as Record<InboxList, number>;
}

const turnFields = {
  id: true,
  personId: true,
  verb: true,
  dueAt: true,
} satisfies Prisma.TurnSelect;

const pathFields = {
  assignments: { select: { unitPath: true } },
  rounds: { select: { unitPath: true } },
} satisfies Prisma.AppealSelect;

const rowFields = {
  ...turnFields,
  yellowAt: true,
  redAt: true,
  person: { select: { name: true } },
  appeal: {
    select: {
      caseNumber: true,
      status: true,
      round: true,
      detail: { select: { title: true, place: true } },
      category: { select: { id: true, name: true, nameEn: true } },
      voices: { where: { role: 'filer', leftAt: null }, select: { secret: true, locale: true } },
      ...pathFields,
    },
  },
} satisfies Prisma.TurnSelect;

type TurnRow = Prisma.TurnGetPayload<{ select: typeof rowFields }>;
type Paths = { assignments: { unitPath: string }[]; rounds: { unitPath: string | null }[] };

/** The interviewer is never of a unit that held or answered it, nor above or below one. */
function neutralTo(actor: PersonActor, { assignments, rounds }: Paths): boolean {
  return ![...assignments, ...rounds].some(
    ({ unitPath }) => unitPath !== null && related(unitPath, actor.unitPath),
  );
}

function rowOf({ appeal, ...turn }: TurnRow, actor: PersonActor): InboxRow[] {
  if (!isVerb(turn.verb)) return [];
  return [
    {
      ...turn,
      verb: turn.verb,
      own: turn.personId === actor.personId,
      person: turn.person?.name ?? null,
      caseNumber: appeal.caseNumber,
      status: appeal.status,
      round: appeal.round,
      title: appeal.detail?.title ?? '',
      place: appeal.detail?.place ?? '',
      category: appeal.category,
      secret: appeal.voices.some((it) => it.secret),
      voiceLocale: appeal.voices[0]?.locale,
    },
  ];
}

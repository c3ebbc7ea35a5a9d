import type { Status } from '@/lib/appeals/lifecycle';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { type Cut, isWhole, readTrees, wholeCut } from './cut';
import { selectCut } from './cut-in-sql';
import { answersThatCount, type MeasureKey, type Origin } from './define';
import { dueLeftOut } from './left-out';
import { type ListKey, lists } from './lists';
import { type PageKey, readPageKey, writePageKey } from './page-key';
import { type Due, populationOf } from './population';

/** Which of those who were due: all, with an answer, yes, not yes, without one, interviewed, or left out after exclusions. */
export const whichWords = ['due', 'answered', 'yes', 'no', 'silent', 'heard', 'leftOut'] as const;
export type Which = (typeof whichWords)[number];

export interface CaseRow {
  /** Unique within the list. */
  key: string;
  caseNumber: string;
  title: string;
  status: Status;
  /** The round it is about, and the one the appeal is in. */
  round: number;
  presentRound: number;
  /** The unit whose number it is; null while no unit had it. */
  unit: MeasuredUnit | null;
  /** When it counts, or since when it stands on the list. */
  at: Date;
  answer: string | null;
  heard: string | null;
  late: boolean;
}

export interface CasePage {
  ok: true;
  units: MeasuredUnit[];
  rows: CaseRow[];
  /** Key of the page after this one. */
  next: string | null;
}

const pageSize = 25;

/** Of all that is asked for, this part alone. */
type CutAsk = Ask & { cut?: Cut };

/**
 * The cases behind one number, newest first: made of the very rows that were counted.
 * `after` is the `next` of the page before; anything else gives the first page.
 */
export async function casesBehind(
  actor: Actor,
  ask: CutAsk & { measure: MeasureKey; which: Which; origin: Origin },
  after?: string,
): Promise<CasePage | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const rows = Prisma.sql`
    SELECT * FROM (${populationOf(ask.measure, scope)}) AS due
    WHERE ${comesFrom(ask.origin)} AND ${whichOf(ask.which, ask.measure)}`;
  return page(actor, units, await cutTo(ask, units, rows), 'newest', after);
}

/**
 * Of a word made of an enum the planner believes that one row in two hundred has it, and reads a million rounds before
 * it looks which of them count; of what it cannot look into, that half have it.
 */
const comesFrom = (origin: Origin) => Prisma.sql`coalesce(origin = ${origin}, FALSE)`;

/** One of the lists beside the rates. */
export async function casesListed(
  actor: Actor,
  ask: CutAsk & { list: ListKey },
  after?: string,
): Promise<CasePage | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const list = lists[ask.list];
  return page(actor, units, await cutTo(ask, units, list.rows(scope)), list.first, after);
}

/** A whole is not cut: it need not ask where each case lies. */
async function cutTo({ cut = wholeCut }: CutAsk, units: MeasuredUnit[], rows: Prisma.Sql) {
  if (isWhole(cut)) return rows;
  return selectCut(Prisma.sql`due.*`, rows, cut, await readTrees(units));
}

function whichOf(which: Which, measure: MeasureKey): Prisma.Sql {
  switch (which) {
    case 'due':
      return Prisma.sql`TRUE`;
    case 'answered':
      return Prisma.sql`answer IS NOT NULL`;
    case 'silent':
      return Prisma.sql`answer IS NULL`;
    case 'leftOut':
      return dueLeftOut();
    case 'heard':
      return Prisma.sql`heard IS NOT NULL`;
    case 'yes':
    case 'no':
      return Prisma.sql`answer = ANY(${answersThatCount(measure, which)})`;
  }
}

async function page(
  actor: PersonActor,
  units: MeasuredUnit[],
  source: Prisma.Sql,
  first: 'oldest' | 'newest',
  after: string | undefined,
): Promise<CasePage> {
  const found = await reading(
    actor,
    (database) => database.$queryRaw<Due[]>`
    SELECT * FROM (${source}) AS listed WHERE ${beyond(readPageKey(after), first)}
    ORDER BY ${first === 'oldest' ? ascending : descending} LIMIT ${pageSize + 1}`,
  );
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    ok: true,
    units,
    rows: await withCases(actor, units, shown),
    next: found.length > pageSize && last ? writePageKey(last) : null,
  };
}

const ascending = Prisma.sql`at, "roundId", who`;
const descending = Prisma.sql`at DESC, "roundId" DESC, who DESC`;

function beyond(key: PageKey | null, first: 'oldest' | 'newest'): Prisma.Sql {
  if (!key) return Prisma.sql`TRUE`;
  const here = Prisma.sql`(${key.at}::timestamptz, ${key.roundId}::uuid, ${key.who}::uuid)`;
  return first === 'oldest'
    ? Prisma.sql`(at, "roundId", who) > ${here}`
    : Prisma.sql`(at, "roundId", who) < ${here}`;
}

/** What a case is called comes from the database itself: somebody barred from it a moment ago is not told. */
async function withCases(actor: Actor, units: MeasuredUnit[], rows: Due[]): Promise<CaseRow[]> {
  const appeals = await db().appeal.findMany({
    where: { AND: [visibleTo(actor), { id: { in: rows.map((it) => it.appealId) } }] },
    select: {
      id: true,
      caseNumber: true,
      status: true,
      round: true,
      detail: { select: { title: true } },
      rounds: { select: { id: true, number: true } },
    },
  });
  return rows.flatMap((row) => {
    const appeal = appeals.find((it) => it.id === row.appealId);
    const round = appeal?.rounds.find((it) => it.id === row.roundId);
    if (!appeal || !round) return [];
    return [
      {
        key: `${row.roundId} ${row.who}`,
        caseNumber: appeal.caseNumber,
        title: appeal.detail?.title ?? '',
        status: appeal.status,
        round: round.number,
        presentRound: appeal.round,
        unit: units.find((it) => it.id === row.unitId) ?? null,
        at: row.at,
        answer: row.answer,
        heard: row.heard,
        late: row.late,
      },
    ];
  });
}

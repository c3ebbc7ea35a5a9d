import { isVerb, type Verb } from '@/lib/appeals/lifecycle';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor, PersonActor } from '@/lib/people/actor';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from '../ask';
import { type Branch, nodeOf, partsUnder } from '../branches';
import { counted, type Scope, within } from '../population';
import { measuredTopics } from '../topics';
import { leadsAlone, mayReadBurden } from './access';
import {
  type BurdenCount,
  burdenKeys,
  calledForms,
  eitherVerbs,
  grassrootsKinds,
  type SelfMade,
  selfMadeKinds,
} from './define';
import { calledFormsIn, formsIn } from './forms';

export interface CallerBurden {
  unit: MeasuredUnit;
  /** Calls that were answered by at least one form, the forms, and the texts in them. */
  calls: number;
  forms: number;
  texts: number;
}

export interface Burden {
  ok: true;
  /** To choose among: all, or the leader's own and those below it. */
  units: MeasuredUnit[];
  /** The unit that is told about, with all below it; null: everybody. */
  unit: MeasuredUnit | null;
  /** Of the people who are told about: the grassroots, or all of the unit. */
  told: BurdenCount;
  /** Everybody else's, where the grassroots are told about. A case may have forms of both. */
  others: BurdenCount | null;
  /** Each unit's own people, without those below it; the grassroots and the others alike. Most forms first. */
  byUnit: { unit: MeasuredUnit; count: BurdenCount }[];
  /** Of `told`, most forms first. */
  byForm: { verb: Verb; count: BurdenCount }[];
  /** Of `told`, by the first level of the subject; most forms first. */
  byTopic: { part: string; branch: Branch | null; count: BurdenCount }[];
  /** Forms of everybody asked about that answer a call, by who called; most forms first. */
  byCaller: CallerBurden[];
  /** Steps that staff may take and the system takes too; null of one unit, since the system is of none. */
  either: { system: number; staff: number } | null;
  selfMade: SelfMade;
}

/** The burden ledger of a period. Not found for whoever neither measures nor leads a unit. */
export async function readBurden(actor: Actor, asked: Ask): Promise<Burden | Refusal> {
  if (!mayReadBurden(actor)) return refuse('notFound');
  const every = await measuredUnits();
  const units = every.filter((it) => !leadsAlone(actor) || it.path.startsWith(actor.unitPath));
  const ask = { ...asked, unit: unitAsked(actor, asked, units) };
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const [rows, callers, either, selfMade, topics] = await Promise.all([
    countForms(scope),
    countCallers(scope),
    scope.unitPath === null ? countEither(scope) : null,
    countSelfMade(scope),
    measuredTopics(),
  ]);
  const told = rows.filter((it) => it.told);
  const partOf = partsUnder(topics, null);
  return {
    ok: true,
    units,
    unit: units.find((it) => it.code === ask.unit) ?? null,
    told: sumOf(told.filter((it) => it.by === 'who')),
    others:
      scope.unitPath === null ? sumOf(rows.filter((it) => it.by === 'who' && !it.told)) : null,
    byUnit: gathered(rows, 'unit', (key) => key ?? '').flatMap(({ part, count }) => {
      const unit = units.find((it) => it.id === part);
      return unit ? [{ unit, count }] : [];
    }),
    byForm: gathered(told, 'form', (key) => key ?? '').flatMap(({ part, count }) =>
      isVerb(part) ? [{ verb: part, count }] : [],
    ),
    byTopic: gathered(told, 'topic', partOf).map(({ part, count }) => ({
      part,
      branch: nodeOf(topics, part),
      count,
    })),
    byCaller: callers.flatMap(({ unitId, ...it }) => {
      const unit = every.find(({ id }) => id === unitId);
      return unit ? [{ unit, ...it }] : [];
    }),
    either,
    selfMade,
  };
}

/** A leader asks about their own unit, or one below it. */
function unitAsked(actor: PersonActor, { unit }: Ask, units: readonly MeasuredUnit[]) {
  if (unit !== null || !leadsAlone(actor)) return unit;
  return units.find((it) => it.path === actor.unitPath)?.code ?? '';
}

interface Row extends BurdenCount {
  by: 'who' | 'unit' | 'form' | 'topic';
  /** Of the people who are told about. */
  told: boolean;
  key: string | null;
}

/** One pass over the forms, put together four ways; in each row a case counts once, whoever sent what about it. */
function countForms(scope: Scope): Promise<Row[]> {
  const told =
    scope.unitPath === null ? Prisma.sql`kind = ANY(${[...grassrootsKinds]})` : Prisma.sql`TRUE`;
  return reading(
    scope.actor,
    (database) => database.$queryRaw<Row[]>`
    WITH form AS MATERIALIZED (SELECT *, ${told} AS told FROM (${formsIn(scope)}) AS sent)
    SELECT CASE WHEN GROUPING("unitId") = 0 THEN 'unit' WHEN GROUPING(verb) = 0 THEN 'form'
        WHEN GROUPING("categoryId") = 0 THEN 'topic' ELSE 'who' END AS by, told,
      CASE WHEN GROUPING("unitId") = 0 THEN "unitId"::text WHEN GROUPING(verb) = 0 THEN verb
        WHEN GROUPING("categoryId") = 0 THEN "categoryId"::text END AS key,
      count(*)::int AS forms, sum(texts)::int AS texts, count(DISTINCT "appealId")::int AS cases,
      (count(*) FILTER (WHERE again))::int AS again, sum(copied)::int AS copied,
      (count(*) FILTER (WHERE question))::int AS questions, (count(*) FILTER (WHERE asked))::int AS asked
    FROM form GROUP BY GROUPING SETS ((told), (told, "unitId"), (told, verb), (told, "categoryId"))`,
  );
}

const sumOf = (rows: readonly BurdenCount[]): BurdenCount =>
  Object.fromEntries(
    burdenKeys.map((key) => [key, rows.reduce((sum, it) => sum + it[key], 0)]),
  ) as BurdenCount;

/** Rows of one kind, those of one part together: no case is in two of them. */
function gathered(
  rows: readonly Row[],
  by: Row['by'],
  partOf: (key: string | null) => string,
): { part: string; count: BurdenCount }[] {
  const its = rows.filter((it) => it.by === by).map((it) => ({ ...it, part: partOf(it.key) }));
  return [...new Set(its.map((it) => it.part))]
    .map((part) => ({ part, count: sumOf(its.filter((it) => it.part === part)) }))
    .toSorted((a, b) => b.count.forms - a.count.forms || (a.part < b.part ? -1 : 1));
}

type CallerRow = Omit<CallerBurden, 'unit'> & { unitId: string };

const countCallers = (scope: Scope): Promise<CallerRow[]> =>
  reading(
    scope.actor,
    (database) => database.$queryRaw<CallerRow[]>`
  SELECT "unitId", count(DISTINCT "callId")::int AS calls, count(*)::int AS forms, sum(texts)::int AS texts
  FROM (${calledFormsIn(scope, calledForms)}) AS answered
  GROUP BY "unitId" ORDER BY forms DESC, "unitId"`,
  );

async function countEither(scope: Scope): Promise<{ system: number; staff: number }> {
  const [found] = await reading(
    scope.actor,
    (database) => database.$queryRaw<{ system: number; staff: number }[]>`
    SELECT (count(*) FILTER (WHERE e."actorKind" = 'system'))::int AS system,
      (count(*) FILTER (WHERE e."actorKind" = 'person'))::int AS staff
    FROM "Event" e JOIN "Appeal" a ON a.id = e."appealId"
    WHERE e."actorKind" IN ('system', 'person') AND e.verb = ANY(${[...eitherVerbs]})
      AND ${within(Prisma.sql`e.at`, scope)} AND ${counted(scope)}`,
  );
  return found ?? { system: 0, staff: 0 };
}

/** Reports, and what everybody reads: made in the period, whatever it is about. */
async function countSelfMade(scope: Scope): Promise<SelfMade> {
  const made = (column: Prisma.Sql) => within(column, scope);
  const found = await reading(
    scope.actor,
    (database) => database.$queryRaw<{ kind: keyof SelfMade; n: number }[]>`
    SELECT kind::text AS kind, count(*)::int AS n FROM "Report" WHERE ${made(Prisma.sql`"madeAt"`)} GROUP BY kind
    UNION ALL SELECT 'openMonth', count(*)::int FROM "OpenMonth" WHERE ${made(Prisma.sql`"countedAt"`)}
    UNION ALL SELECT 'openQuarter', count(*)::int FROM "OpenQuarter" WHERE ${made(Prisma.sql`"countedAt"`)}`,
  );
  const of = (kind: keyof SelfMade) => found.find((it) => it.kind === kind)?.n ?? 0;
  return Object.fromEntries(selfMadeKinds.map((kind) => [kind, of(kind)])) as SelfMade;
}

import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import { counted, type Scope } from '../population';
import { type BurdenCount, calledForms, eitherVerbs, grassrootsKinds } from './define';
import { calledFormsIn, formsIn, takenIn } from './forms';

/** Forms of one kind, unit or subject, or of all. */
export interface BurdenRow extends BurdenCount {
  by: 'who' | 'unit' | 'form' | 'topic';
  /** Of the people who are told about. */
  told: boolean;
  key: string | null;
}

export interface CallerRow {
  unitId: string;
  calls: number;
  forms: number;
  texts: number;
}

export interface Either {
  system: number;
  staff: number;
}

/** All that is counted of the forms in a period. */
export interface BurdenCounts {
  rows: BurdenRow[];
  callers: CallerRow[];
  /** Null of one unit, since the system is of none. */
  either: Either | null;
}

export async function countBurden(scope: Scope): Promise<BurdenCounts> {
  const { actor } = scope;
  const [rows, callers, [either]] = await Promise.all([
    reading(actor, (database) => database.$queryRaw<BurdenRow[]>(formCounts(scope))),
    reading(actor, (database) => database.$queryRaw<CallerRow[]>(callerCounts(scope))),
    scope.unitPath === null
      ? reading(actor, (database) => database.$queryRaw<Either[]>(eitherCounts(scope)))
      : [],
  ]);
  return { rows, callers, either: either ?? null };
}

/** The statements by which all of it is counted: numbers that others counted answer another question. */
export const burdenStatements = (scope: Scope): Prisma.Sql[] => [
  formCounts(scope),
  callerCounts(scope),
  eitherCounts(scope),
];

/** One pass over the forms, put together four ways; in each row a case counts once, whoever sent what about it. */
function formCounts(scope: Scope): Prisma.Sql {
  const told =
    scope.unitPath === null ? Prisma.sql`kind = ANY(${[...grassrootsKinds]})` : Prisma.sql`TRUE`;
  return Prisma.sql`
    WITH form AS MATERIALIZED (SELECT *, ${told} AS told FROM (${formsIn(scope)}) AS sent)
    SELECT CASE WHEN GROUPING("unitId") = 0 THEN 'unit' WHEN GROUPING(verb) = 0 THEN 'form'
        WHEN GROUPING("categoryId") = 0 THEN 'topic' ELSE 'who' END AS by, told,
      CASE WHEN GROUPING("unitId") = 0 THEN "unitId"::text WHEN GROUPING(verb) = 0 THEN verb
        WHEN GROUPING("categoryId") = 0 THEN "categoryId"::text END AS key,
      count(*)::int AS forms, sum(texts)::int AS texts, count(DISTINCT "appealId")::int AS cases,
      (count(*) FILTER (WHERE again))::int AS again, sum(copied)::int AS copied,
      (count(*) FILTER (WHERE question))::int AS questions, (count(*) FILTER (WHERE asked))::int AS asked
    FROM form GROUP BY GROUPING SETS ((told), (told, "unitId"), (told, verb), (told, "categoryId"))`;
}

const callerCounts = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT "unitId", count(DISTINCT "callId")::int AS calls, count(*)::int AS forms, sum(texts)::int AS texts
  FROM (${calledFormsIn(scope, calledForms)}) AS answered
  GROUP BY "unitId" ORDER BY forms DESC, "unitId"`;

const eitherCounts = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT (count(*) FILTER (WHERE e."actorKind" = 'system'))::int AS system,
    (count(*) FILTER (WHERE e."actorKind" = 'person'))::int AS staff
  FROM "Step" e JOIN "Appeal" a ON a.id = e."appealId"
  WHERE e."actorKind" IN ('system', 'person') AND e.verb = ANY(${[...eitherVerbs]})
    AND ${takenIn(scope)} AND ${counted(scope)}`;

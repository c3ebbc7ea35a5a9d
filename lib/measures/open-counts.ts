import { type Database, db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { areasOf, placedInSql } from './areas';
import { type MeasuredUnit, measuredUnits } from './ask';
import type { Branches } from './branches';
import { countsAs } from './define';
import type { Period } from './period';
import { counted, populationOf, promisesDue, type Scope, within } from './population';

/**
 * What the public window counts of one row, for a month or for twelve. `received`: filed. `kept`, `late`:
 * promises that were kept or fell due. `yes`, `no`, `silent`: those invited to judge, by what they said.
 */
export const openParts = {
  received: ['received'],
  promise: ['kept', 'late'],
  solved: ['yes', 'no', 'silent'],
} as const;
export type OpenGroup = keyof typeof openParts;
type OpenPart = (typeof openParts)[OpenGroup][number];

/** So many cases of one category and one unit that count alike. */
export interface OpenCount {
  part: OpenPart;
  month: boolean;
  category: Named | null;
  area: Named | null;
  n: number;
}

export interface Named {
  id: string;
  name: string;
  nameEn: string;
}

interface Row {
  what: OpenGroup;
  answer: string | null;
  month: boolean;
  categoryId: string | null;
  unitId: string | null;
  n: number;
}

/**
 * Everything the window shows, in one statement. Imported rounds are left out, and of what is solved only
 * rounds whose filers came by themselves are counted, as in the headline of the measures. The area is the
 * street or township that had the case last, itself or through a unit below it. `only`: of appeals `a` these alone.
 */
export async function countOpenly(
  month: Period,
  year: Period,
  at: Date,
  { only, database = db() }: { only?: Prisma.Sql; database?: Database } = {},
): Promise<OpenCount[]> {
  const [units, categories] = await Promise.all([measuredUnits(), readRoots()]);
  const streets = units.filter(({ kind }) => kind === 'street');
  const areaOf = (path: string) => streets.find((it) => path.startsWith(it.path)) ?? null;
  const areas = new Map(
    units.map(({ id, path }): [string, MeasuredUnit | null] => [id, areaOf(path)]),
  );
  const rows = await count(
    database,
    { actor: null, period: year, unitPath: null, alone: false, at, only },
    month,
    areasOf(units),
  );
  return rows.map(({ what, answer, month: inMonth, categoryId, unitId, n }) => ({
    part: partOf(what, answer),
    month: inMonth,
    category: categories.get(categoryId ?? '') ?? null,
    area: areas.get(unitId ?? '') ?? null,
    n,
  }));
}

function partOf(what: OpenGroup, answer: string | null): OpenPart {
  if (what === 'received') return 'received';
  if (what === 'promise') return answer === 'met' ? 'kept' : 'late';
  return answer ? countsAs('solved', answer) : 'silent';
}

/** Of every category its first level. */
async function readRoots(): Promise<Map<string, Named>> {
  const all = await db().category.findMany({
    select: { id: true, name: true, nameEn: true, path: true },
  });
  const roots = new Map(all.map((it) => [it.path, it]));
  return new Map(
    all.flatMap(({ id, path }) => {
      const root = roots.get(`${path.split('/')[0]}/`);
      return root ? [[id, root]] : [];
    }),
  );
}

function count(database: Database, scope: Scope, month: Period, inAreas: Branches): Promise<Row[]> {
  return database.$queryRaw<Row[]>`
    WITH told AS (
      SELECT 'received' AS what, a.id AS "appealId", a."filedAt" AS at, NULL::text AS answer
      FROM "Appeal" a
      WHERE a."importId" IS NULL AND ${within(Prisma.sql`a."filedAt"`, scope)} AND ${counted(scope)}
      UNION ALL
      SELECT 'promise', "appealId", at, answer FROM (${promisesDue(scope)}) AS due
      WHERE origin <> 'imported'
      UNION ALL
      SELECT 'solved', "appealId", at, answer FROM (${populationOf('solved', scope)}) AS due
      WHERE origin = 'own'
    ), placed AS (${placedInSql(inAreas, Prisma.sql`SELECT "appealId" FROM told`)})
    SELECT t.what, t.answer, t.at >= ${month.from} AS month, a."categoryId", p."unitId", count(*)::int AS n
    FROM told t JOIN "Appeal" a ON a.id = t."appealId" LEFT JOIN placed p ON p."appealId" = t."appealId"
    GROUP BY 1, 2, 3, 4, 5`;
}

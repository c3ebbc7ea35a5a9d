import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import { isId } from '@/lib/id';
import { mayMeasure } from '@/lib/measures/access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from '@/lib/measures/ask';
import type { Origin } from '@/lib/measures/define';
import { counted, populationOf, type Scope, under, within } from '@/lib/measures/population';
import type { Actor } from '@/lib/people/actor';
import { isFix, isStruck, spanOf } from './rows';
import { type Window, windows } from './watch';
import { namedBy } from './whereabouts';

/** What became of fixes whose time is over. */
export interface Lasting {
  /** All of them, and those whose place and subject are known. */
  due: number;
  watched: number;
  lasts: number;
  reopened: number;
  recurred: number;
  /** Somebody struck off all that came after. */
  struckOff: number;
}

/** A place where cases came again and again about one subject. */
export interface Recurring {
  /** As `casesAtPlace` takes them. */
  place: string;
  topicId: string;
  /** What it is called, by the newest case there. */
  address: string;
  subject: { name: string; nameEn: string };
  /** Answers that something came after, and cases that came. */
  fixes: number;
  cases: number;
  lastAt: Date;
}

export interface LastingOverview {
  ok: true;
  units: MeasuredUnit[];
  /** Of fixes of cases residents filed themselves. */
  all: Record<Window, Lasting>;
  byUnit: { unit: MeasuredUnit; lasting: Record<Window, Lasting> }[];
  /** The most cases first. */
  places: Recurring[];
}

interface Row {
  days: Window;
  unitId: string | null;
  answer: keyof Lasting | null;
  n: number;
}

/** All on the page "does it last?". Not found without the right to measure. */
export async function lastingOverview(actor: Actor, ask: Ask): Promise<LastingOverview | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const [rows, places] = await Promise.all([countWatched(scope), recurringPlaces(scope)]);
  return {
    ok: true,
    units,
    all: perWindow(rows),
    byUnit: units.flatMap((unit) => {
      const own = rows.filter((it) => it.unitId === unit.id);
      return own.length > 0 ? [{ unit, lasting: perWindow(own) }] : [];
    }),
    places,
  };
}

const own: Origin = 'own';

function countWatched(scope: Scope): Promise<Row[]> {
  const all = windows.map(
    (days) =>
      Prisma.sql`SELECT ${days}::int AS days, due.* FROM (${populationOf(`lasting${days}`, scope)}) AS due`,
  );
  return reading(
    scope.actor,
    (database) => database.$queryRaw<Row[]>`
    SELECT days, "unitId", answer, count(*)::int AS n FROM (${Prisma.join(all, ' UNION ALL ')}) AS told
    WHERE origin = ${own} GROUP BY days, "unitId", answer`,
  );
}

function perWindow(rows: readonly Row[]): Record<Window, Lasting> {
  const of = (days: Window) => {
    const total = { due: 0, watched: 0, lasts: 0, reopened: 0, recurred: 0, struckOff: 0 };
    for (const { answer, n } of rows.filter((it) => it.days === days)) {
      total.due += n;
      if (answer === null) continue;
      total.watched += n;
      total[answer] += n;
    }
    return total;
  };
  return { 30: of(30), 90: of(90), 180: of(180) };
}

/** Fewer are no pattern. */
const fewestCases = 2;
const mostPlaces = 50;

/** After-effects `e` of fixes `r` that this reader may know of, filed in the period and not struck off. */
const standing = (scope: Scope) => Prisma.sql`
  FROM "AfterEffect" e JOIN "Round" r ON r.id = e."roundId"
  WHERE ${within(Prisma.sql`e.at`, scope)} AND e.at <= r."resolvedAt" + ${spanOf(180)} AND ${isFix}
    AND ${under(Prisma.sql`r."unitPath"`, scope)} AND NOT ${isStruck}
    AND EXISTS (SELECT FROM "Appeal" a WHERE a.id = e."laterId" AND ${counted(scope)})
    AND EXISTS (SELECT FROM "Appeal" a WHERE a.id = e."fixId" AND ${counted(scope)})`;

async function recurringPlaces(scope: Scope): Promise<Recurring[]> {
  const rows = await reading(
    scope.actor,
    (database) => database.$queryRaw<Recurring[]>`
  WITH told AS (
    SELECT e.place, e."topicId", count(DISTINCT e."roundId")::int AS fixes, count(DISTINCT e."laterId")::int AS cases,
      max(e.at) AS "lastAt", (array_agg(e."laterId" ORDER BY e.at DESC, e."laterId"))[1] AS newest
    ${standing(scope)}
    GROUP BY e.place, e."topicId" HAVING count(DISTINCT e."laterId") >= ${fewestCases}
    ORDER BY cases DESC, "lastAt" DESC, e.place LIMIT ${mostPlaces})
  SELECT t.place::text, t."topicId", d.place AS address, t.fixes, t.cases, t."lastAt",
    jsonb_build_object('name', c.name, 'nameEn', c."nameEn") AS subject
  FROM told t JOIN "Detail" d ON d."appealId" = t.newest JOIN "Category" c ON c.id = t."topicId"
  ORDER BY t.cases DESC, t."lastAt" DESC, t.place`,
  );
  return rows.map((it) => ({ ...it, address: namedBy(it.place, it.address) }));
}

/** One answer and one case after it, at a place. */
export interface AtPlace {
  roundId: string;
  laterId: string;
  fix: { caseNumber: string; title: string };
  later: { caseNumber: string; title: string; place: string };
  unit: { name: string; nameEn: string } | null;
  answeredAt: Date;
  filedAt: Date;
  struck: boolean;
}

export interface PlaceCases {
  ok: true;
  address: string;
  subject: { name: string; nameEn: string };
  /** The newest first; at most 200. */
  pairs: AtPlace[];
}

const mostPairs = 200;

/** An address may hold anything; a key is 64 bits. */
const isKey = (text: string): boolean =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/** What came after what at one place about one subject, struck off or not. */
export async function casesAtPlace(
  actor: Actor,
  ask: Ask,
  { place, topicId }: Pick<Recurring, 'place' | 'topicId'>,
): Promise<PlaceCases | Refusal> {
  if (!mayMeasure(actor) || !isKey(place) || !isId(topicId)) return refuse('notFound');
  const scope = scopeOf(actor, ask, await measuredUnits());
  if (!scope) return refuse('unknownUnit');
  const end = (id: Prisma.Sql) => Prisma.sql`(SELECT jsonb_build_object(
    'caseNumber', a."caseNumber", 'title', d.title, 'place', d.place)
    FROM "Appeal" a JOIN "Detail" d ON d."appealId" = a.id WHERE a.id = ${id} AND ${counted(scope)})`;
  const rows = await reading(
    scope.actor,
    (database) => database.$queryRaw<(AtPlace & { subject: PlaceCases['subject'] })[]>`
    SELECT * FROM (
      SELECT e."roundId", e."laterId", ${end(Prisma.sql`e."fixId"`)} AS fix, ${end(Prisma.sql`e."laterId"`)} AS later,
        CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('name', u.name, 'nameEn', u."nameEn") END AS unit,
        r."resolvedAt" AS "answeredAt", e.at AS "filedAt", ${isStruck} AS struck,
        jsonb_build_object('name', c.name, 'nameEn', c."nameEn") AS subject
      FROM "AfterEffect" e JOIN "Round" r ON r.id = e."roundId" LEFT JOIN "Unit" u ON u.id = r."unitId"
        JOIN "Category" c ON c.id = e."topicId"
      WHERE ${within(Prisma.sql`e.at`, scope)} AND e.place = ${place}::bigint AND e."topicId" = ${topicId}::uuid
        AND ${isFix} AND ${under(Prisma.sql`r."unitPath"`, scope)}) told
    WHERE fix IS NOT NULL AND later IS NOT NULL
    ORDER BY "filedAt" DESC, "answeredAt" DESC, "roundId", "laterId" LIMIT ${mostPairs}`,
  );
  const [newest] = rows;
  if (!newest) return refuse('notFound');
  const { subject, later } = newest;
  return { ok: true, address: namedBy(place, later.place), subject, pairs: rows };
}

import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { counted, type Scope, under, within } from './population';

/** What one unit did as caller and as called; every number is a number of calls. */
export interface CallTally {
  unit: MeasuredUnit;
  /** Calls it made; how many of them the called units rated, and how many as right and clear. */
  made: number;
  callRated: number;
  callGood: number;
  /** Calls it was named in. */
  called: number;
  /** Of those whose time to report in was kept or is over: how many kept it. */
  inDue: number;
  inTime: number;
  /** Asked to come, and came. */
  asked: number;
  arrived: number;
  backDue: number;
  backInTime: number;
  notOurs: number;
  silent: number;
  helpRated: number;
  helpGood: number;
}

type Counts = Omit<CallTally, 'unit'> & { unitId: string };

/**
 * Both sides of the calls made in a period (双考核; Beijing regulation 2021, Art. 33), by unit, in the order of
 * the organisation: numbers beside each other, no order of merit. Calls that were called off are left out.
 */
export async function callTallies(
  actor: Actor,
  ask: Ask,
): Promise<{ ok: true; units: CallTally[] } | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const rows = await count(scope);
  return {
    ok: true,
    units: units.flatMap((unit) => {
      const found = rows.find((it) => it.unitId === unit.id);
      if (!found) return [];
      const { unitId: _, ...counts } = found;
      return [{ unit, ...counts }];
    }),
  };
}

const number = (where: Prisma.Sql) => Prisma.sql`(count(*) FILTER (WHERE ${where}))::int`;

/** Kept, broken, or past its date and still owed. */
const isDue = (clock: Prisma.Sql, at: Date) =>
  Prisma.sql`(${clock}.outcome IN ('met', 'late') OR ${clock}."stoppedAt" IS NULL AND ${clock}."dueAt" < ${at})`;

function count(scope: Scope): Promise<Counts[]> {
  const [reportIn, back] = [Prisma.sql`i`, Prisma.sql`b`];
  return reading(
    scope.actor,
    (database) => database.$queryRaw<Counts[]>`
    WITH call AS (
      SELECT w.* FROM "Call" w JOIN "Appeal" a ON a.id = w."appealId"
      WHERE w.outcome IS DISTINCT FROM 'void' AND ${within(Prisma.sql`w.at`, scope)} AND ${counted(scope)}),
    made AS (
      SELECT w."fromUnitId" AS "unitId", count(*)::int AS made,
        count(w."callRating")::int AS "callRated", ${number(Prisma.sql`w."callRating" = 'good'`)} AS "callGood"
      FROM call w GROUP BY 1),
    helped AS (
      SELECT w."unitId", count(*)::int AS called,
        ${number(isDue(reportIn, scope.at))} AS "inDue", ${number(Prisma.sql`i.outcome = 'met'`)} AS "inTime",
        ${number(Prisma.sql`w."onSite"`)} AS asked,
        ${number(Prisma.sql`w."onSite" AND w."arrivedAt" IS NOT NULL`)} AS arrived,
        ${number(isDue(back, scope.at))} AS "backDue", ${number(Prisma.sql`b.outcome = 'met'`)} AS "backInTime",
        ${number(Prisma.sql`w.outcome = 'notOurs'`)} AS "notOurs",
        ${number(Prisma.sql`w.outcome = 'silent'`)} AS silent,
        count(w."helpRating")::int AS "helpRated", ${number(Prisma.sql`w."helpRating" = 'good'`)} AS "helpGood"
      FROM call w
      LEFT JOIN "Clock" i ON i."callId" = w.id AND i.kind = 'reportIn'
      LEFT JOIN "Clock" b ON b."callId" = w.id AND b.kind = 'reportBack'
      GROUP BY 1)
    SELECT u.id AS "unitId",
      coalesce(m.made, 0) AS made, coalesce(m."callRated", 0) AS "callRated", coalesce(m."callGood", 0) AS "callGood",
      coalesce(h.called, 0) AS called, coalesce(h."inDue", 0) AS "inDue", coalesce(h."inTime", 0) AS "inTime",
      coalesce(h.asked, 0) AS asked, coalesce(h.arrived, 0) AS arrived,
      coalesce(h."backDue", 0) AS "backDue", coalesce(h."backInTime", 0) AS "backInTime",
      coalesce(h."notOurs", 0) AS "notOurs", coalesce(h.silent, 0) AS silent,
      coalesce(h."helpRated", 0) AS "helpRated", coalesce(h."helpGood", 0) AS "helpGood"
    FROM "Unit" u LEFT JOIN made m ON m."unitId" = u.id LEFT JOIN helped h ON h."unitId" = u.id
    WHERE (m."unitId" IS NOT NULL OR h."unitId" IS NOT NULL) AND ${under(Prisma.sql`u.path`, scope)}`,
  );
}

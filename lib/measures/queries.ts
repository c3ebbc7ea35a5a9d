import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import {
  type FurtherKey,
  furtherKeys,
  type HeadlineKey,
  headlineKeys,
  type MeasureKey,
  type Origin,
  origins,
  type TimedKey,
  timedKeys,
} from './define';
import { dueLeftOut } from './left-out';
import { type ListKey, listKeys, lists } from './lists';
import type { Period } from './period';
import { counted, populationOf, type Scope, under, within } from './population';
import { type Counted, type Tally, tallyOf } from './tally';

export type Tallies = Record<HeadlineKey, Tally>;

export interface Overview {
  ok: true;
  /** All units there are, to choose from; parents first. */
  units: MeasuredUnit[];
  /** Rounds that were answered and whose rate clock ended in the period, each counted once. */
  rounds: Record<Origin, number>;
  /** By origin of the round; nothing adds them up. */
  all: Record<Origin, Tallies>;
  /** Of the headline, what is in rounds that are left out after exclusions. It is in the headline all the same. */
  leftOut: Tallies;
  /** The headline of the period to compare with. */
  before: Tallies;
  /** Own rounds of each unit that had any: the unit's own, without those below it. */
  byUnit: { unit: MeasuredUnit; tallies: Tallies }[];
  lists: Record<ListKey, number>;
}

/** Everything on the supervisors' first page. Not found without the right to measure. */
export async function overview(
  actor: Actor,
  ask: Ask & { compareWith: Period },
): Promise<Overview | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const [rows, rowsBefore, rowsLeftOut, rounds, counts] = await Promise.all([
    countDue(scope),
    countDue({ ...scope, period: ask.compareWith }),
    countDue(scope, headlineKeys, dueLeftOut()),
    countRounds(scope),
    countLists(scope, listKeys),
  ]);
  const own = rows.filter((it) => it.origin === 'own');
  return {
    ok: true,
    units,
    rounds,
    all: perKey(origins, (origin) => talliesOf(rows.filter((it) => it.origin === origin))),
    leftOut: talliesOf(rowsLeftOut.filter((it) => it.origin === 'own')),
    before: talliesOf(rowsBefore.filter((it) => it.origin === 'own')),
    byUnit: units.flatMap((unit) => {
      const rowsOfUnit = own.filter((it) => it.unitId === unit.id);
      return rowsOfUnit.length > 0 ? [{ unit, tallies: talliesOf(rowsOfUnit) }] : [];
    }),
    lists: counts,
  };
}

/** How long it took, in seconds from beginning to end as the calendar goes, holds included. */
export interface Spans {
  n: number;
  median: number;
  p90: number;
}

export interface Further {
  ok: true;
  tallies: Record<FurtherKey, Tally>;
  /** Of what was done in the period; null where a measure has no beginning and end. */
  spans: Record<TimedKey, Spans | null>;
}

/** The measures beside the headline, of rounds whose filers came by themselves. Not found without the right to measure. */
export async function furtherMeasures(actor: Actor, ask: Ask): Promise<Further | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const scope = scopeOf(actor, ask, await measuredUnits());
  if (!scope) return refuse('unknownUnit');
  const [rows, spans] = await Promise.all([countDue(scope, furtherKeys), countSpans(scope)]);
  const own = rows.filter((it) => it.origin === 'own');
  return {
    ok: true,
    tallies: perKey(furtherKeys, (key) => tallyOf(own.filter((it) => it.measure === key))),
    spans: perKey(timedKeys, (key) => {
      const { n, median, p90 } = spans.find((it) => it.measure === key) ?? {
        n: 0,
        median: 0,
        p90: 0,
      };
      return n > 0 ? { n, median, p90 } : null;
    }),
  };
}

/** Over the very rows that are counted: what is still owed has no end yet, and two vain tries are no contact. */
function countSpans(scope: Scope): Promise<(Spans & { measure: TimedKey })[]> {
  const all = Prisma.join(
    timedKeys.map((key) => populationOf(key, scope)),
    ' UNION ALL ',
  );
  const kindOf = Prisma.sql`CASE measure WHEN 'response' THEN 'contact' ELSE measure END`;
  return db().$queryRaw<(Spans & { measure: TimedKey })[]>`
    WITH done AS (
      SELECT due.measure, extract(epoch FROM c."stoppedAt" - c."startedAt")::float8 AS took
      FROM (${all}) AS due
      JOIN "Clock" c ON c."roundId" = due."roundId" AND c.kind::text = ${kindOf}
        AND (c.id = due.who OR c."assignmentId" = due.who)
      WHERE due.origin = 'own' AND c.outcome IN ('met', 'late')
    )
    SELECT measure, count(*)::int AS n,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY took) AS p90
    FROM done GROUP BY measure`;
}

const perKey = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;

const talliesOf = (rows: readonly Counted[]): Tallies =>
  perKey(headlineKeys, (key) => tallyOf(rows.filter((it) => it.measure === key)));

/** One statement for all measures, so that a page shows one moment. `part`: of the rows `due` these alone. */
export function countDue(
  scope: Scope,
  keys: readonly MeasureKey[] = headlineKeys,
  part: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<Counted[]> {
  const all = Prisma.join(
    keys.map((key) => populationOf(key, scope)),
    ' UNION ALL ',
  );
  return db().$queryRaw<Counted[]>`
    SELECT measure, "unitId", origin, answer, heard, late, count(*)::int AS n FROM (${all}) AS due
    WHERE ${part}
    GROUP BY measure, "unitId", origin, answer, heard, late`;
}

async function countRounds(scope: Scope): Promise<Record<Origin, number>> {
  const found = await db().$queryRaw<{ origin: Origin; n: number }[]>`
    SELECT r.origin::text AS origin, count(*)::int AS n
    FROM "Round" r JOIN "Appeal" a ON a.id = r."appealId"
    WHERE r."resolvedAt" IS NOT NULL
      AND ${within(Prisma.sql`r."countedAt"`, scope)}
      AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)}
    GROUP BY r.origin`;
  return perKey(origins, (origin) => found.find((it) => it.origin === origin)?.n ?? 0);
}

export async function countLists<Key extends ListKey>(
  scope: Scope,
  keys: readonly Key[],
): Promise<Record<Key, number>> {
  const all = Prisma.join(
    keys.map((key) => {
      const rows = lists[key].rows(scope);
      return Prisma.sql`SELECT ${key} AS list, count(*)::int AS n FROM (${rows}) AS listed`;
    }),
    ' UNION ALL ',
  );
  const found = await db().$queryRaw<{ list: ListKey; n: number }[]>`${all}`;
  return perKey(keys, (key) => found.find((it) => it.list === key)?.n ?? 0);
}

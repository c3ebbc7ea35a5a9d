import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/people/actor';
import { mayMeasure } from './access';
import { type Ask, type MeasuredUnit, measuredUnits, scopeOf } from './ask';
import { type MeasureKey, measureKeys, type Origin, origins } from './define';
import { type ListKey, listKeys, lists } from './lists';
import type { Period } from './period';
import { counted, populationOf, type Scope, under, within } from './population';
import { type Counted, type Tally, tallyOf } from './tally';

export type Tallies = Record<MeasureKey, Tally>;

export interface Overview {
  ok: true;
  /** All units there are, to choose from; parents first. */
  units: MeasuredUnit[];
  /** Rounds that were answered and whose rate clock ended in the period, each counted once. */
  rounds: Record<Origin, number>;
  /** By origin of the round; nothing adds them up. */
  all: Record<Origin, Tallies>;
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
  const [rows, rowsBefore, rounds, counts] = await Promise.all([
    count(scope),
    count({ ...scope, period: ask.compareWith }),
    countRounds(scope),
    countLists(scope),
  ]);
  const own = rows.filter((it) => it.origin === 'own');
  return {
    ok: true,
    units,
    rounds,
    all: perKey(origins, (origin) => talliesOf(rows.filter((it) => it.origin === origin))),
    before: talliesOf(rowsBefore.filter((it) => it.origin === 'own')),
    byUnit: units.flatMap((unit) => {
      const rowsOfUnit = own.filter((it) => it.unitId === unit.id);
      return rowsOfUnit.length > 0 ? [{ unit, tallies: talliesOf(rowsOfUnit) }] : [];
    }),
    lists: counts,
  };
}

const perKey = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;

const talliesOf = (rows: readonly Counted[]): Tallies =>
  perKey(measureKeys, (key) => tallyOf(rows.filter((it) => it.measure === key)));

/** One statement for all measures, so that a page shows one moment. */
function count(scope: Scope): Promise<Counted[]> {
  const all = Prisma.join(
    measureKeys.map((key) => populationOf(key, scope)),
    ' UNION ALL ',
  );
  return db().$queryRaw<Counted[]>`
    SELECT measure, "unitId", origin, answer, heard, late, count(*)::int AS n FROM (${all}) AS due
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

async function countLists(scope: Scope): Promise<Record<ListKey, number>> {
  const all = Prisma.join(
    listKeys.map((key) => {
      const rows = lists[key].rows(scope);
      return Prisma.sql`SELECT ${key} AS list, count(*)::int AS n FROM (${rows}) AS listed`;
    }),
    ' UNION ALL ',
  );
  const found = await db().$queryRaw<{ list: ListKey; n: number }[]>`${all}`;
  return perKey(listKeys, (key) => found.find((it) => it.list === key)?.n ?? 0);
}

import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Actor, PersonActor } from '@/lib/people/actor';
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
import { dueLeftOut, mayBeLeftOut } from './left-out';
import { type ListKey, listKeys, lists } from './lists';
import type { Period } from './period';
import { populationOf, type Scope } from './population';
import { remembered } from './remembered';
import { isKept, isPeriodList } from './rolled/keys';
import { countRolled } from './rolled/read';
import { countSpans, type Spans } from './rolled/spans';
import { type Counted, type Tally, tallyOf } from './tally';

export type Tallies = Record<HeadlineKey, Tally>;

export interface Overview<Key extends ListKey = ListKey> {
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
  lists: Record<Key, number>;
}

/**
 * Everything on the supervisors' first page. Not found without the right to measure.
 *
 * @param counted lists of which the cases are counted.
 */
export async function overview<Key extends ListKey = ListKey>(
  actor: Actor,
  ask: Ask & { compareWith: Period },
  counted: readonly Key[] = listKeys as Key[],
): Promise<Overview<Key> | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const { at, ...asked } = ask;
  return remembered(actor, ['overview', asked, counted], at, () =>
    countOverview(actor, ask, counted),
  );
}

async function countOverview<Key extends ListKey>(
  actor: PersonActor,
  ask: Ask & { compareWith: Period },
  counted: readonly Key[],
): Promise<Overview<Key> | Refusal> {
  const units = await measuredUnits();
  const scope = scopeOf(actor, ask, units);
  if (!scope) return refuse('unknownUnit');
  const [rows, rowsBefore, rowsLeftOut, rounds, counts] = await Promise.all([
    countDue(scope),
    countDue({ ...scope, period: ask.compareWith, byUnit: false }),
    countDue(scope, headlineKeys, dueLeftOut()),
    countRounds(scope),
    countLists(scope, counted),
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

export interface Further {
  ok: true;
  tallies: Record<FurtherKey, Tally>;
  /** Of what was done in the period; null where a measure has no beginning and end. */
  spans: Record<TimedKey, Spans | null>;
}

/** The measures beside the headline, of rounds whose filers came by themselves. Not found without the right to measure. */
export async function furtherMeasures(actor: Actor, ask: Ask): Promise<Further | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const { at, ...asked } = ask;
  return remembered(actor, ['further', asked], at, () => countFurther(actor, ask));
}

async function countFurther(actor: PersonActor, ask: Ask): Promise<Further | Refusal> {
  const scope = scopeOf(actor, ask, await measuredUnits());
  if (!scope) return refuse('unknownUnit');
  // What is counted from its rows each time takes longest: those are asked beside each other.
  const apart = [
    furtherKeys.filter(isKept),
    ...furtherKeys.filter((it) => !isKept(it)).map((it) => [it]),
  ];
  const [spans, ...found] = await Promise.all([
    countSpans(scope),
    ...apart.map((keys) => countDue({ ...scope, origin: 'own', byUnit: false }, keys)),
  ]);
  const rows = found.flat();
  return {
    ok: true,
    tallies: perKey(furtherKeys, (key) => tallyOf(rows.filter((it) => it.measure === key))),
    spans: perKey(timedKeys, (key) => spans.get(key) ?? null),
  };
}

const perKey = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;

const talliesOf = (rows: readonly Counted[]): Tallies =>
  perKey(headlineKeys, (key) => tallyOf(rows.filter((it) => it.measure === key)));

/**
 * Each measure told apart by unit, origin and answer.
 *
 * @param scope `origin`: of this one alone; `byUnit` false: of all units together, as of none.
 * @param leftOut of the rows `due` those that are left out, by `dueLeftOut`: nobody keeps them added up.
 */
export async function countDue(
  { origin, byUnit = true, ...scope }: Scope & { origin?: Origin; byUnit?: boolean },
  keys: readonly MeasureKey[] = headlineKeys,
  leftOut?: Prisma.Sql,
): Promise<Counted[]> {
  if (leftOut) return countLeftOut(scope, keys, leftOut);
  const found = await countRolled({
    scope,
    keys,
    periods: [scope.period],
    byUnit,
    ...(origin && { origin }),
  });
  return found.map(({ key, step: _, ...row }) => ({ ...row, measure: key }));
}

function countLeftOut(
  scope: Scope,
  keys: readonly MeasureKey[],
  leftOut: Prisma.Sql,
): Promise<Counted[]> {
  const all = Prisma.join(
    keys.map((key) =>
      populationOf(key, {
        ...scope,
        only: Prisma.sql`(${scope.only ?? Prisma.sql`TRUE`} AND ${mayBeLeftOut})`,
      }),
    ),
    ' UNION ALL ',
  );
  return reading(
    scope.actor,
    (database) => database.$queryRaw<Counted[]>`
    SELECT measure, "unitId", origin, answer, heard, late, count(*)::int AS n FROM (${all}) AS due
    WHERE ${leftOut}
    GROUP BY measure, "unitId", origin, answer, heard, late`,
  );
}

async function countRounds(scope: Scope): Promise<Record<Origin, number>> {
  const found = await countRolled({
    scope,
    keys: ['rounds'],
    periods: [scope.period],
    byUnit: false,
  });
  return perKey(origins, (origin) => found.find((it) => it.origin === origin)?.n ?? 0);
}

/** How many cases are on each list. */
export async function countLists<Key extends ListKey>(
  scope: Scope,
  keys: readonly Key[],
): Promise<Record<Key, number>> {
  const [ofPeriod, present] = await Promise.all([
    countOfPeriod(scope, keys.filter(isPeriodList)),
    countPresent(
      scope,
      keys.filter((key) => !isPeriodList(key)),
    ),
  ]);
  const found = [...ofPeriod, ...present];
  return perKey(keys, (key) => found.reduce((sum, it) => (it.list === key ? sum + it.n : sum), 0));
}

interface Listed {
  list: ListKey;
  n: number;
}

async function countOfPeriod(scope: Scope, keys: readonly ListKey[]): Promise<Listed[]> {
  if (keys.length === 0) return [];
  const found = await countRolled({ scope, keys, periods: [scope.period], byUnit: false });
  return found.map(({ key, n }) => ({ list: key, n }));
}

async function countPresent(scope: Scope, keys: readonly ListKey[]): Promise<Listed[]> {
  if (keys.length === 0) return [];
  const all = Prisma.join(
    keys.map((key) => {
      const rows = lists[key].rows(scope);
      return Prisma.sql`SELECT ${key} AS list, count(*)::int AS n FROM (${rows}) AS listed`;
    }),
    ' UNION ALL ',
  );
  return reading(scope.actor, (database) => database.$queryRaw<Listed[]>`${all}`);
}

import { barredInSql } from '@/lib/appeals/queries/recused';
import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import type { Origin } from '../define';
import { type Period, periodOf } from '../period';
import { type Scope, under } from '../population';
import { isKept, partOf, type RolledKey } from './keys';
import { type Mark, nowhere, readMark } from './mark';
import { type Piece, piecesOf } from './pieces';
import { rowsOf } from './rows';

/** So many alike, within one of the periods asked about. */
export interface RolledCount<Key extends RolledKey = RolledKey> {
  key: Key;
  /** Which of the periods, from 0. */
  step: number;
  unitId: string | null;
  origin: Origin;
  answer: string | null;
  heard: string | null;
  late: boolean;
  n: number;
}

/** Who and what is asked about; the periods lie one after the other without a gap, the earliest first. */
export interface RolledAsk<Key extends RolledKey = RolledKey> {
  scope: Omit<Scope, 'period' | 'only'>;
  keys: readonly Key[];
  periods: readonly Period[];
  /** This origin alone. */
  origin?: Origin;
  /** False: all units together, as of none. */
  byUnit?: boolean;
}

/** Of a million cases, counted from their rows, one question takes the better part of a minute. */
const longestUnhurriedMs = 900_000;

/** Cases that may be counted beside the roll-ups; of more than these all are counted from their rows. */
const mostRestless = 5_000;

/**
 * The numbers of some periods as they stand at the instant asked for: out of the roll-ups, but for cases that
 * changed since, of which a limit has fallen due between, or from which whoever asks is barred. Those few are taken
 * out and counted from their rows, so that a number is exact straight after a step. Without roll-ups, or with
 * too many such cases, all are counted from their rows.
 */
export function countRolled<Key extends RolledKey>(
  ask: RolledAsk<Key>,
): Promise<RolledCount<Key>[]> {
  return inOneView(ask, (transaction, restless) =>
    transaction.$queryRaw<RolledCount<Key>[]>(
      restless ? countBoth(ask, restless) : countFresh(ask),
    ),
  );
}

/** The same from the rows themselves, whatever is kept. */
export const countFromRows = <Key extends RolledKey>(
  ask: RolledAsk<Key>,
): Promise<RolledCount<Key>[]> =>
  reading(ask.scope.actor, (database) => database.$queryRaw<RolledCount<Key>[]>(countFresh(ask)));

/** The cases the roll-ups may be wrong about. */
export type Restless = readonly string[];

/**
 * One view of the database, so that what is kept and what is not fit together. Restless null: nothing that is kept
 * answers the question.
 */
export function inOneView<Result>(
  { scope, periods }: Pick<RolledAsk, 'scope' | 'periods'>,
  work: (transaction: Transaction, restless: Restless | null) => Promise<Result>,
): Promise<Result> {
  return reading(scope.actor, (database) =>
    database.$transaction(
      async (transaction) => {
        const mark = await readMark(transaction);
        const fits = mark && periods.every((it) => areDaysOf(it, mark.zone));
        return work(transaction, fits ? await readRestless(transaction, mark, scope) : null);
      },
      { isolationLevel: 'RepeatableRead', ...(scope.unhurried && { timeout: longestUnhurriedMs }) },
    ),
  );
}

/** Days begin elsewhere at other instants. */
function areDaysOf({ fromOn, toOn, from, until }: Period, zone: string): boolean {
  const kept = periodOf(fromOn, toOn, zone);
  return kept.from.getTime() === from.getTime() && kept.until.getTime() === until.getTime();
}

/** Null where they are too many. */
async function readRestless(
  transaction: Transaction,
  { upTo }: Mark,
  { actor, at }: RolledAsk['scope'],
): Promise<string[] | null> {
  const [first, last] = upTo < at ? [upTo, at] : [at, upTo];
  const found = await transaction.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT id FROM (
      SELECT "appealId" AS id FROM "MeasureStale"
      UNION ALL
      SELECT c."appealId" FROM "Clock" c
      WHERE c."stoppedAt" IS NULL AND c."dueAt" >= ${first} AND c."dueAt" < ${last}
      ${actor ? Prisma.sql`UNION ALL (${barredInSql(actor)})` : Prisma.empty}
    ) AS restless LIMIT ${mostRestless + 1}`;
  return found.length > mostRestless ? null : found.map((it) => it.id);
}

const columns = Prisma.sql`key, step, "unitId", origin, answer, heard, late`;

function countBoth(ask: RolledAsk, restless: Restless): Prisma.Sql {
  const kept = { ...ask, keys: ask.keys.filter(isKept) };
  const living = { ...ask, keys: ask.keys.filter((it) => !isKept(it)) };
  if (kept.keys.length === 0) return countFresh(living);
  const both = countKept(kept, restless);
  return living.keys.length > 0 ? Prisma.sql`${both} UNION ALL (${countFresh(living)})` : both;
}

const countKept = (ask: RolledAsk, restless: Restless): Prisma.Sql => Prisma.sql`
  SELECT ${columns}, sum(n)::int AS n FROM (
    SELECT k.key, x.step, x."unitId", k.origin, k.answer, k.heard, k.late, x.n
    FROM (${keptNumbers(ask)}
      ${restless.length > 0 ? Prisma.sql`UNION ALL ${restlessShares(ask, restless)}` : Prisma.empty}) AS x
    JOIN "MeasureKind" k ON k.id = x.kind
    WHERE k.key = ANY(${[...ask.keys]}) AND ${ofOrigin(ask, Prisma.sql`k.origin`)}
    ${restless.length > 0 ? Prisma.sql`UNION ALL ${countFresh(ask, restless)}` : Prisma.empty}
  ) AS told GROUP BY ${columns} HAVING sum(n) <> 0`;

const ofOrigin = ({ origin }: RolledAsk, column: Prisma.Sql) =>
  origin ? Prisma.sql`${column} = ${origin}` : Prisma.sql`TRUE`;

/** `kind`, `step`, `unitId`, `n`: what the roll-ups have. */
function keptNumbers(ask: RolledAsk): Prisma.Sql {
  const pieces = ask.periods.flatMap((period, step) =>
    piecesOf(period).map((piece) => ({ ...piece, step })),
  );
  return Prisma.sql`
    SELECT e.kind, p.step, ${unitOf(ask, Prisma.sql`r."unitId"`)} AS "unitId", sum(e.n) AS n
    FROM ${piecesInSql(pieces)} JOIN "MeasureRollUp" r ON r.grain = p.grain AND r."on" = p."on"
      AND r.part = ANY(${partsOf(ask.keys)}) AND ${within(ask, Prisma.sql`r."unitId"`)}
    CROSS JOIN LATERAL unnest(r.kinds, r.ns) AS e(kind, n) GROUP BY 1, 2, 3`;
}

/** What the roll-ups have of the restless cases, to be taken out. */
function restlessShares(ask: RolledAsk, restless: Restless): Prisma.Sql {
  const [first, last] = [ask.periods[0], ask.periods.at(-1)];
  if (!first || !last) throw new RangeError('no period');
  const begins = ask.periods.map((it) => it.fromOn);
  return Prisma.sql`
    SELECT e.kind, width_bucket(e."on", ${begins}::text[]::date[]) - 1, ${unitOf(ask, Prisma.sql`e."unitId"`)},
      -count(*)
    FROM "MeasureShare" s CROSS JOIN LATERAL unnest(s.ons, s.units, s.kinds) AS e("on", "unitId", kind)
    WHERE s."appealId" = ANY(${restless}::uuid[])
      AND e."on" BETWEEN ${first.fromOn}::text::date AND ${last.toOn}::text::date
      AND ${within(ask, Prisma.sql`e."unitId"`)} GROUP BY 1, 2, 3`;
}

/** Counted from the rows themselves; `only` these cases, or all. */
function countFresh(ask: RolledAsk, only?: Restless): Prisma.Sql {
  const [first, last] = [ask.periods[0], ask.periods.at(-1)];
  if (!first || !last) throw new RangeError('no period');
  const scope: Scope = {
    ...ask.scope,
    period: { fromOn: first.fromOn, toOn: last.toOn, from: first.from, until: last.until },
    only: only && Prisma.sql`a.id = ANY(${only}::uuid[])`,
  };
  const begins = ask.periods.map(({ from }) => from.toISOString());
  return Prisma.sql`
    SELECT ${columns}, count(*)::int AS n FROM (
      SELECT key, width_bucket(at, ${begins}::timestamptz[]) - 1 AS step,
        ${ask.byUnit === false ? Prisma.sql`NULL::uuid` : Prisma.sql`"unitId"`} AS "unitId", origin, answer, heard, late
      FROM (${rowsOf(ask.keys, scope)}) AS due WHERE ${ofOrigin(ask, Prisma.sql`origin`)}
    ) AS fresh GROUP BY ${columns}`;
}

const unitOf = ({ byUnit = true }: RolledAsk, column: Prisma.Sql) =>
  byUnit ? Prisma.sql`nullif(${column}, ${nowhere}::uuid)` : Prisma.sql`NULL::uuid`;

/** Units are asked about where they stand in the tree now. */
export const within = ({ scope }: Pick<RolledAsk, 'scope'>, column: Prisma.Sql) =>
  scope.unitPath === null
    ? Prisma.sql`TRUE`
    : Prisma.sql`${column} IN (SELECT u.id FROM "Unit" u WHERE ${under(Prisma.sql`u.path`, scope)})`;

const partsOf = (keys: readonly RolledKey[]) => [...new Set(keys.map(partOf))];

const piecesInSql = (pieces: readonly (Piece & { step: number })[]) => Prisma.sql`
  unnest(${pieces.map((it) => it.grain)}::text[], ${pieces.map((it) => it.on)}::text[]::date[],
    ${pieces.map((it) => it.step)}::int[]) AS p(grain, "on", step)`;

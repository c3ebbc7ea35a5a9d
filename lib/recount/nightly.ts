import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { readMark } from '@/lib/measures/rolled/mark';
import { readZone } from '@/lib/rules/calendar-queries';
import { civilDateOf } from '@/lib/time/civil';
import { inSlice, type Slice } from './from-events';
import { compareSums } from './kept';
import { makeTables, recountSlice } from './slice';
import { strayPaths } from './stray-paths';
import { wholePeriod } from './whole-period';
import { compareWindow } from './window';

/** Cases of one transaction: what a kill loses, and how long the worker is not asked for anything else. */
const casesAtOnce = 5_000;
/** Slices are begun for so long; the rest is for the next minute. */
const patienceMs = 20_000;
/** A view of the database is held no longer than this. */
const mostTime = 600_000;
/** The night begins at two: the seals and reports of the day before are made. */
const nightBeginsMs = 2 * 3_600_000;

export interface NightlyAsk {
  /** An instant for tests; that of the database. */
  at?: Date;
  atOnce?: number;
  /** Milliseconds; 0: one slice alone. */
  patience?: number;
}

export interface NightlyStep {
  /** Slices counted now. */
  slices: number;
  /** Set by whoever ended the night's run. */
  finished: { cases: number; figures: number; differences: number } | null;
}

interface Run {
  on: string;
  after: string | null;
  counted: boolean;
}

/**
 * Once a night every figure is counted again from the log, slice by slice, each in a view of the database and a
 * transaction of its own: what is found and how far it has come stand together or not at all, so that a run that was
 * killed goes on where it was. Where nothing was ever recounted it begins at once. A run that the next night finds
 * unfinished is left, and all begins anew.
 */
export async function recountDue({
  at,
  atOnce = casesAtOnce,
  patience = patienceMs,
}: NightlyAsk = {}): Promise<NightlyStep> {
  await beginNight(at);
  const begun = performance.now();
  const step: NightlyStep = { slices: 0, finished: null };
  do {
    const moved = await alone((transaction) => goOn(transaction, atOnce, at));
    if (!moved) return step;
    step.slices += 1;
    step.finished = moved.finished;
  } while (performance.now() - begun < patience);
  return step;
}

/** The night is the civil day, from two on; before it the night of the day before goes on. */
async function beginNight(wanted?: Date): Promise<void> {
  const [at, zone] = [wanted ?? (await databaseClock(db())), await readZone()];
  const on = civilDateOf(new Date(at.getTime() - nightBeginsMs), zone);
  await db().$executeRaw`
    INSERT INTO "RecountRun" ("on", "startedAt", "movedAt") VALUES (${on}::text::date, ${at}, ${at})
    ON CONFLICT ("on") DO NOTHING`;
}

/** One view, one slice. Of two that want to, one does. */
const alone = <Result>(
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result | null> =>
  db().$transaction(
    async (transaction) => {
      const [mine] = await transaction.$queryRaw<{ got: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('recount')) AS got`;
      return mine?.got ? work(transaction) : null;
    },
    { isolationLevel: 'RepeatableRead', timeout: mostTime, maxWait: mostTime },
  );

interface Found {
  cases: number;
  events: number;
  figures: number;
  differences: number;
}

/** Null: there is nothing left to do. */
async function goOn(
  transaction: Transaction,
  atOnce: number,
  wanted?: Date,
): Promise<Pick<NightlyStep, 'finished'> | null> {
  const [run] = await transaction.$queryRaw<Run[]>`
    SELECT "on"::text AS "on", after, counted FROM "RecountRun"
    WHERE "on" = (SELECT max("on") FROM "RecountRun") AND "finishedAt" IS NULL`;
  if (!run) return null;
  const at = wanted ?? (await databaseClock(transaction));
  if (run.counted)
    return { finished: await end(transaction, run, await lookAtSums(transaction), at) };
  const slice = await nextSlice(transaction, run, atOnce);
  const found = await countSlice(transaction, slice, at);
  await transaction.$executeRaw`
    UPDATE "RecountRun" SET after = coalesce(${slice.upTo}::uuid, after), counted = ${slice.upTo === null},
      "movedAt" = ${at}, ${added(found)} WHERE "on" = ${run.on}::text::date`;
  return { finished: null };
}

const added = ({ cases, events, figures, differences }: Found) => Prisma.sql`
  cases = cases + ${cases}, events = events + ${events}, figures = figures + ${figures},
  differences = differences + ${differences}`;

async function end(
  transaction: Transaction,
  { on }: Run,
  found: Found,
  at: Date,
): Promise<NightlyStep['finished']> {
  const [whole] = await transaction.$queryRaw<NonNullable<NightlyStep['finished']>[]>`
    UPDATE "RecountRun" SET "finishedAt" = ${at}, "movedAt" = ${at}, ${added(found)}
    WHERE "on" = ${on}::text::date RETURNING cases, figures::float8 AS figures, differences`;
  return whole ?? null;
}

async function nextSlice(transaction: Transaction, { after }: Run, atOnce: number): Promise<Slice> {
  const behind = inSlice(Prisma.sql`id`, { after, upTo: null });
  const [last] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Appeal" WHERE ${behind} ORDER BY id OFFSET ${atOnce - 1} LIMIT 1`;
  return { after, upTo: last?.id ?? null };
}

async function countSlice(transaction: Transaction, slice: Slice, at: Date): Promise<Found> {
  const [zone, mark] = [await readZone(transaction), await readMark(transaction)];
  await makeTables(transaction);
  const period = wholePeriod(null, null, zone);
  const found = await recountSlice(transaction, slice, { period, zone, at, mark });
  const window = await compareWindow(
    transaction,
    found.open ?? [],
    { zone, at },
    inSlice(Prisma.sql`a.id`, slice),
  );
  const rows = (found.counts ?? []).reduce((n, it) => n + it.recounted, 0);
  return {
    cases: found.cases,
    events: found.events,
    figures: rows + (found.shares?.rows ?? 0) + window.numbers,
    differences: found.differing + (found.shares?.differing ?? 0) + window.differences.length,
  };
}

async function lookAtSums(transaction: Transaction): Promise<Found> {
  const none = { sums: 0, differing: 0 };
  const { sums, differing } = (await readMark(transaction)) ? await compareSums(transaction) : none;
  const paths = await strayPaths(transaction);
  return { cases: 0, events: 0, figures: sums, differences: differing + paths.length };
}

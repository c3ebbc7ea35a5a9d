import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Period } from '@/lib/measures/period';
import type { Mark } from '@/lib/measures/rolled/mark';
import { openFromEvents, recountedFromEvents, type Slice } from './from-events';
import { compareShares, type SharesCompared } from './kept';
import { publishedRows } from './published';
import type { Difference, OpenLine, RowCount } from './results';

/** Cases counted by one statement: what bounds the memory of the database. */
export const casesAtOnce = 20_000;
/** Differing rows kept of all; all are counted. */
export const mostShown = 100;

export interface SliceAsk {
  period: Period;
  zone: string;
  at: Date;
  /** How far the roll-ups are; null where there are none to compare with. */
  mark: Mark | null;
}

/** Tables of what one slice comes to; gone when the transaction ends. */
export async function makeTables(transaction: Transaction): Promise<void> {
  // What one slice sorts and joins fits into memory.
  await transaction.$executeRaw`SELECT set_config('work_mem', '96MB', TRUE), set_config('jit', 'off', TRUE),
    set_config('max_parallel_workers_per_gather', '0', TRUE)`;
  await transaction.$executeRaw`
    CREATE TEMP TABLE recount_row (measure text, id uuid, round int, who uuid, "unitId" uuid, origin text,
      at timestamptz, answer text, heard text, late boolean, "leftOut" boolean, millis bigint, yes boolean, "heardYes" boolean,
      p int, r int) ON COMMIT DROP`;
  await transaction.$executeRaw`CREATE TEMP TABLE recount_untold (id uuid) ON COMMIT DROP`;
  await transaction.$executeRaw`CREATE TEMP TABLE recount_restless (id uuid) ON COMMIT DROP`;
}

interface FromLog {
  cases: number;
  events: number;
  untold: number;
  open: OpenLine[] | null;
}

interface Compared {
  differing: number;
  counts: RowCount[] | null;
  differences: Difference[] | null;
}

/** What one slice comes to. */
export interface SliceFound extends FromLog, Compared {
  shares: SharesCompared | null;
}

const key = Prisma.sql`measure, id, round, who, "unitId", origin, at, answer, heard, late, "leftOut", millis`;

/** Counts the cases of a slice twice, and holds what is kept of them against it. Needs the tables above. */
export async function recountSlice(
  transaction: Transaction,
  slice: Slice,
  ask: SliceAsk,
): Promise<SliceFound> {
  await transaction.$executeRaw`TRUNCATE recount_row, recount_untold, recount_restless`;
  const found = await readLog(transaction, slice, ask);
  await transaction.$executeRaw`
    INSERT INTO recount_row (${key}, p, r)
    SELECT ${key}, 1, 0 FROM (${publishedRows(slice, ask.period, ask.at)}) published`;
  const compared = await compare(transaction, ask);
  const { mark } = ask;
  return {
    ...found,
    ...compared,
    shares: mark && (await compareShares(transaction, slice, { ...ask, mark })),
  };
}

/** Of what it joins here the database knows too little to join it row by row. */
const joinWhole = (transaction: Transaction, only: boolean) =>
  transaction.$executeRaw`SELECT set_config('enable_nestloop', ${only ? 'off' : 'on'}, TRUE)`;

async function readLog(
  transaction: Transaction,
  slice: Slice,
  { period, zone, at }: SliceAsk,
): Promise<FromLog> {
  await joinWhole(transaction, true);
  const [found] = await transaction.$queryRaw<FromLog[]>`
    WITH ${recountedFromEvents(slice, at)},
    ${openFromEvents(zone)},
    put AS (
      INSERT INTO recount_row (${key}, yes, "heardYes", p, r)
      SELECT ${key}, yes, "heardYes", 0, 1 FROM recounted
      WHERE at >= ${period.from} AND at < ${period.until}),
    untold AS (
      INSERT INTO recount_untold SELECT id FROM event WHERE seq = 1 AND due IS NULL RETURNING id)
    SELECT (SELECT count(*)::int FROM filed) AS cases, (SELECT count(*)::int FROM event) AS events,
      (SELECT count(*)::int FROM untold) AS untold, (SELECT json_agg(o) FROM open o) AS open`;
  await joinWhole(transaction, false);
  if (!found) throw new Error('a statement without its row');
  return found;
}

/** Rows alike in everything are one line with how many there are of each side. */
async function compare(transaction: Transaction, { zone }: SliceAsk): Promise<Compared> {
  const [found] = await transaction.$queryRaw<Compared[]>`
    WITH compared AS MATERIALIZED (
      SELECT ${key}, bool_or(yes) AS yes, bool_or("heardYes") AS "heardYes",
        sum(p)::int AS published, sum(r)::int AS recounted
      FROM recount_row GROUP BY ${key}
    ),
    tallied AS (
      SELECT measure, to_char(at AT TIME ZONE ${zone}, 'YYYY-MM') AS month, "unitId", origin, answer, heard, late, "leftOut",
        bool_or(yes) AS yes, bool_or("heardYes") AS "heardYes",
        sum(published)::int AS published, sum(recounted)::int AS recounted
      FROM compared GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ),
    differing AS (
      SELECT c.*, a."caseNumber" FROM compared c LEFT JOIN "Appeal" a ON a.id = c.id
      WHERE published <> recounted ORDER BY at, c.id, measure, published DESC LIMIT ${mostShown}
    )
    SELECT (SELECT count(*)::int FROM compared WHERE published <> recounted) AS differing,
      (SELECT json_agg(t) FROM tallied t) AS counts,
      (SELECT json_agg(d) FROM differing d) AS differences`;
  if (!found) throw new Error('a statement without its row');
  return found;
}

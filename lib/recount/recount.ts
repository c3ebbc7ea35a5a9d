import { db, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Period } from '@/lib/measures/period';
import { openFromEvents, recountedFromEvents, type Slice } from './from-events';
import { publishedRows } from './published';
import type { Difference, OpenLine, Recounted, RowCount } from './results';
import { compareWindow } from './window';

/** Cases counted by one statement: what bounds the memory of the database. */
const casesAtOnce = 20_000;
/** Differing rows kept of all; all are counted. */
const mostShown = 100;
/** A view of the database is held no longer than this. */
const mostTime = 3_600_000;

export interface RecountAsk {
  period: Period;
  zone: string;
  at: Date;
  /** Told after each slice: cases counted, and all there are. */
  progress?: (done: number, all: number) => void;
}

/**
 * Counts every figure of the period twice, from the log and as the pages do, in one view of the
 * database: what the pages show and what they should, and every row by which they differ.
 */
export function recount(ask: RecountAsk): Promise<Recounted> {
  return db().$transaction((transaction) => recountIn(transaction, ask), {
    isolationLevel: 'RepeatableRead',
    timeout: mostTime,
  });
}

async function recountIn(transaction: Transaction, ask: RecountAsk): Promise<Recounted> {
  await makeTables(transaction);
  const ends = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM "Appeal") a
    WHERE nth % ${casesAtOnce} = 0 ORDER BY id`;
  const [{ all } = { all: 0 }] = await transaction.$queryRaw<{ all: number }[]>`
    SELECT count(*)::int AS all FROM "Appeal"`;
  const found: Recounted = {
    period: ask.period,
    at: ask.at,
    cases: 0,
    events: 0,
    untold: 0,
    counts: [],
    differences: [],
    differing: 0,
    paths: await strayPaths(transaction),
    window: null,
  };
  const counts = new Map<string, RowCount>();
  const open = new Map<string, OpenLine>();
  for (const [nth, after] of [null, ...ends.map((it) => it.id)].entries()) {
    const upTo = ends[nth]?.id ?? null;
    const part = await recountSlice(transaction, { after, upTo }, ask);
    found.cases += part.cases;
    found.events += part.events;
    found.untold += part.untold;
    found.differing += part.differing;
    const room = mostShown - found.differences.length;
    found.differences.push(...(part.differences ?? []).slice(0, room));
    for (const it of part.counts ?? []) addTo(counts, keyOfCount(it), it);
    for (const it of part.open ?? []) addOpen(open, it);
    ask.progress?.(Math.min((nth + 1) * casesAtOnce, all), all);
  }
  found.counts = [...counts.values()];
  found.window = await compareWindow(transaction, [...open.values()], ask);
  return found;
}

const keyOfCount = ({ published: _, recounted: __, ...rest }: RowCount): string =>
  Object.values(rest).join('|');

function addTo(all: Map<string, RowCount>, key: string, it: RowCount): void {
  const known = all.get(key);
  if (!known) {
    all.set(key, it);
    return;
  }
  known.published += it.published;
  known.recounted += it.recounted;
}

function addOpen(all: Map<string, OpenLine>, it: OpenLine): void {
  const key = [it.part, it.month, it.rootId, it.areaId].join('|');
  const known = all.get(key);
  if (known) known.n += it.n;
  else all.set(key, it);
}

/** What one slice comes to; gone when the transaction ends. */
async function makeTables(transaction: Transaction): Promise<void> {
  // What one slice sorts and joins fits into memory.
  await transaction.$executeRaw`SELECT set_config('work_mem', '96MB', TRUE), set_config('jit', 'off', TRUE)`;
  await transaction.$executeRaw`
    CREATE TEMP TABLE recount_row (measure text, id uuid, round int, who uuid, "unitId" uuid, origin text,
      at timestamptz, answer text, heard text, late boolean, "leftOut" boolean, millis bigint, yes boolean, "heardYes" boolean,
      p int, r int) ON COMMIT DROP`;
  await transaction.$executeRaw`CREATE TEMP TABLE recount_untold (id uuid) ON COMMIT DROP`;
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

const key = Prisma.sql`measure, id, round, who, "unitId", origin, at, answer, heard, late, "leftOut", millis`;

async function recountSlice(
  transaction: Transaction,
  slice: Slice,
  ask: RecountAsk,
): Promise<FromLog & Compared> {
  await transaction.$executeRaw`TRUNCATE recount_row, recount_untold`;
  const found = await readLog(transaction, slice, ask);
  await transaction.$executeRaw`
    INSERT INTO recount_row (${key}, p, r)
    SELECT ${key}, 1, 0 FROM (${publishedRows(slice, ask.period, ask.at)}) published`;
  return { ...found, ...(await compare(transaction, ask)) };
}

/** Of what it joins here the database knows too little to join it row by row. */
const joinWhole = (transaction: Transaction, only: boolean) =>
  transaction.$executeRaw`SELECT set_config('enable_nestloop', ${only ? 'off' : 'on'}, TRUE)`;

async function readLog(
  transaction: Transaction,
  slice: Slice,
  { period, zone, at }: RecountAsk,
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
async function compare(transaction: Transaction, { zone }: RecountAsk): Promise<Compared> {
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

/** Rows whose path is not that of their unit: the figures of a unit with all below it go by the path. */
async function strayPaths(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ caseNumber: string }[]>`
    SELECT DISTINCT a."caseNumber" FROM (
      SELECT "appealId", "unitId", "unitPath" FROM "Round" WHERE "unitId" IS NOT NULL
      UNION ALL SELECT "appealId", "unitId", "unitPath" FROM "Assignment"
      UNION ALL SELECT "appealId", "unitId", "unitPath" FROM "Cause"
    ) own JOIN "Unit" u ON u.id = own."unitId" AND u.path IS DISTINCT FROM own."unitPath"
    JOIN "Appeal" a ON a.id = own."appealId" ORDER BY 1 LIMIT ${mostShown}`;
  return rows.map((it) => it.caseNumber);
}

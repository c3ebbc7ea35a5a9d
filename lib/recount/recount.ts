import { availableParallelism } from 'node:os';
import { db, type Transaction } from '@/lib/db/client';
import type { Period } from '@/lib/measures/period';
import { readMark } from '@/lib/measures/rolled/mark';
import { compareSums, type KeptCompared, type SharesCompared, type SumsCompared } from './kept';
import type { OpenLine, Recounted, RowCount } from './results';
import { casesAtOnce, makeTables, mostShown, recountSlice, type SliceFound } from './slice';
import { strayPaths } from './stray-paths';
import { compareWindow } from './window';

/** A view of the database is held no longer than this. */
const mostTime = 3_600_000;
/** With the one that holds the view no more connections than every process has. */
const mostHands = 3;

export interface RecountAsk {
  period: Period;
  zone: string;
  at: Date;
  /** Told after each slice: cases counted, and all there are. */
  progress?: (done: number, all: number) => void;
}

/**
 * Counts every figure of the period twice, from the log and as the pages do, in one view of the
 * database: what the pages show and what they should, and every row by which they differ. As many slices at once as there are processors.
 */
export function recount(ask: RecountAsk): Promise<Recounted> {
  return db().$transaction((transaction) => recountIn(transaction, ask), {
    isolationLevel: 'RepeatableRead',
    timeout: mostTime,
  });
}

async function recountIn(transaction: Transaction, ask: RecountAsk): Promise<Recounted> {
  const ends = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM "Appeal") a
    WHERE nth % ${casesAtOnce} = 0 ORDER BY id`;
  const [{ all } = { all: 0 }] = await transaction.$queryRaw<{ all: number }[]>`
    SELECT count(*)::int AS all FROM "Appeal"`;
  const mark = await readMark(transaction);
  const slices = [null, ...ends.map((it) => it.id)].map((after, nth) => ({
    after,
    upTo: ends[nth]?.id ?? null,
  }));
  let sums: SumsCompared | undefined;
  const parts: SliceFound[] = [];
  let done = 0;
  // What takes longest begins first.
  const work: Work[] = slices.map((slice, nth) => async (beside) => {
    parts[nth] = await recountSlice(beside, slice, { ...ask, mark });
    done += 1;
    ask.progress?.(Math.min(done * casesAtOnce, all), all);
  });
  if (mark)
    work.unshift(async (beside) => {
      sums = await compareSums(beside);
    });
  await inOneView(transaction, work);
  const { open, ...found } = together(parts);
  return {
    period: ask.period,
    at: ask.at,
    ...found,
    paths: await strayPaths(transaction),
    window: await compareWindow(transaction, open, ask),
    kept: mark && sums ? keptOf(mark.upTo, sums, parts) : null,
  };
}

type Work = (beside: Transaction) => Promise<void>;

/**
 * Does all of the work, on as many connections as there are processors; each sees the database as the given
 * transaction does.
 *
 * @throws what the first of it to fail did; what has not begun then never does
 */
async function inOneView(transaction: Transaction, work: readonly Work[]): Promise<void> {
  const [view] = await transaction.$queryRaw<{ id: string }[]>`SELECT pg_export_snapshot() AS id`;
  if (!view || !/^[0-9A-F-]+$/.test(view.id)) throw new Error('a view without its name');
  const left = [...work];
  const hand = () =>
    db()
      .$transaction(
        async (beside) => {
          // The name is PostgreSQL's own, and a setting takes no parameter.
          await beside.$executeRawUnsafe(`SET TRANSACTION SNAPSHOT '${view.id}'`);
          await makeTables(beside);
          for (let it = left.shift(); it; it = left.shift()) await it(beside);
        },
        { isolationLevel: 'RepeatableRead', timeout: mostTime },
      )
      .catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
  const hands = Math.min(availableParallelism(), mostHands, work.length);
  const ends = await Promise.allSettled(Array.from({ length: hands }, hand));
  const failed = ends.find((it) => it.status === 'rejected');
  if (failed) throw failed.reason;
}

function together(parts: readonly SliceFound[]) {
  const counts = new Map<string, RowCount>();
  const open = new Map<string, OpenLine>();
  const sum = (of: (it: SliceFound) => number) => parts.reduce((n, it) => n + of(it), 0);
  for (const part of parts) {
    for (const it of part.counts ?? []) addTo(counts, keyOfCount(it), it);
    for (const it of part.open ?? []) addOpen(open, it);
  }
  return {
    cases: sum((it) => it.cases),
    events: sum((it) => it.events),
    untold: sum((it) => it.untold),
    differing: sum((it) => it.differing),
    differences: parts.flatMap((it) => it.differences ?? []).slice(0, mostShown),
    counts: [...counts.values()],
    open: [...open.values()],
  };
}

function keptOf(
  upTo: Date,
  { sums, differing, differences }: SumsCompared,
  parts: readonly SliceFound[],
): KeptCompared {
  const shares = parts.flatMap((it) => it.shares ?? []);
  const all = (of: (it: SharesCompared) => number) => shares.reduce((n, it) => n + of(it), 0);
  return {
    upTo: upTo.toISOString(),
    rows: all((it) => it.rows),
    sums,
    lagging: all((it) => it.lagging),
    differing: differing + all((it) => it.differing),
    shares: shares.flatMap((it) => it.differences ?? []).slice(0, mostShown),
    sumsApart: differences ?? [],
  };
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

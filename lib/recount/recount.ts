import { db, type Transaction } from '@/lib/db/client';
import type { Period } from '@/lib/measures/period';
import { readMark } from '@/lib/measures/rolled/mark';
import { compareSums, type KeptCompared, type SharesCompared } from './kept';
import type { OpenLine, Recounted, RowCount } from './results';
import { casesAtOnce, makeTables, mostShown, recountSlice } from './slice';
import { strayPaths } from './stray-paths';
import { compareWindow } from './window';

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
    kept: null,
  };
  const mark = await readMark(transaction);
  const shares: SharesCompared[] = [];
  const counts = new Map<string, RowCount>();
  const open = new Map<string, OpenLine>();
  for (const [nth, after] of [null, ...ends.map((it) => it.id)].entries()) {
    const upTo = ends[nth]?.id ?? null;
    const part = await recountSlice(transaction, { after, upTo }, { ...ask, mark });
    found.cases += part.cases;
    found.events += part.events;
    found.untold += part.untold;
    found.differing += part.differing;
    const room = mostShown - found.differences.length;
    found.differences.push(...(part.differences ?? []).slice(0, room));
    for (const it of part.counts ?? []) addTo(counts, keyOfCount(it), it);
    for (const it of part.open ?? []) addOpen(open, it);
    if (part.shares) shares.push(part.shares);
    ask.progress?.(Math.min((nth + 1) * casesAtOnce, all), all);
  }
  found.counts = [...counts.values()];
  found.window = await compareWindow(transaction, [...open.values()], ask);
  if (mark) found.kept = await keptOf(transaction, mark.upTo, shares);
  return found;
}

async function keptOf(
  transaction: Transaction,
  upTo: Date,
  shares: readonly SharesCompared[],
): Promise<KeptCompared> {
  const { sums, differing, differences } = await compareSums(transaction);
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

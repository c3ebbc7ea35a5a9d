import { db } from '@/lib/db/client';
import { civilDateOf } from '@/lib/time/civil';
import { now } from '@/lib/time/now';
import { countOpenly, type Named, type OpenCount, type OpenGroup, openParts } from './open-counts';
import { type Period, periodOf, recentMonths } from './period';
import { type Extent, type Parts, withhold } from './withhold';

/** The numbers of each group by part; null where they are withheld. */
export type Told = {
  [Group in OpenGroup]: Record<(typeof openParts)[Group][number], number> | null;
};

export interface OpenRow {
  /** Null: without one. */
  named: Named | null;
  month: Told;
  year: Told;
}

export interface OpenTable {
  rows: OpenRow[];
  all: Pick<OpenRow, 'month' | 'year'>;
}

export interface OpenWindow {
  month: Period;
  year: Period;
  countedAt: Date;
  byCategory: OpenTable;
  byArea: OpenTable;
}

/** Days after which a month is printed: verdicts of its last days have come by then. */
const settlesOn = 4;

/** The last month that is over and settled, and the twelve months it ends. */
export function monthPrinted(zone: string, at: Date): { month: Period; year: Period } {
  const months = recentMonths(14, at, zone);
  const newest = Number(civilDateOf(at, zone).slice(8)) < settlesOn ? 2 : 1;
  const [month, first] = [months[newest], months[newest + 11]];
  if (!month || !first) throw new Error('a year has twelve months');
  return { month, year: periodOf(first.fromOn, month.toOn, zone) };
}

/**
 * The public window of the last settled month, as it was printed first: what comes later changes nothing that
 * everybody has read, so that nobody learns from a difference who has just been counted.
 */
export async function readOpenWindow(zone: string, at = now()): Promise<OpenWindow> {
  const { month, year } = monthPrinted(zone, at);
  const printed = await readPrinted(month.fromOn);
  if (printed) return { ...printed, month, year };
  const { countedAt, byCategory, byArea } = await countWindow(zone, at);
  // Of two that count at once one prints, and both show what was printed.
  await db().openMonth.createMany({
    data: [{ fromOn: month.fromOn, zone, countedAt, window: { byCategory, byArea } as object }],
    skipDuplicates: true,
  });
  const first = await readPrinted(month.fromOn);
  if (!first) throw new Error('a month was printed and is not there');
  return { ...first, month, year };
}

type Printed = Pick<OpenWindow, 'countedAt' | 'byCategory' | 'byArea'>;

async function readPrinted(fromOn: string): Promise<Printed | null> {
  const row = await db().openMonth.findUnique({ where: { fromOn } });
  if (!row) return null;
  const { byCategory, byArea } = row.window as unknown as Omit<Printed, 'countedAt'>;
  return { countedAt: row.countedAt, byCategory, byArea };
}

/** The window as it would be printed now. */
export async function countWindow(zone: string, at: Date): Promise<OpenWindow> {
  const { month, year } = monthPrinted(zone, at);
  const counts = await countOpenly(month, year, at);
  return {
    month,
    year,
    countedAt: at,
    byCategory: tableOf(counts, 'category'),
    byArea: tableOf(counts, 'area'),
  };
}

const groups = Object.keys(openParts) as OpenGroup[];

/** In the order of their names, since an order by size would tell of what is withheld. */
function tableOf(counts: readonly OpenCount[], by: 'category' | 'area'): OpenTable {
  const named = new Map(counts.map((it) => [it[by]?.id ?? '', it[by]]));
  const keys = [...named.keys()].sort((one, other) => order(named.get(one), named.get(other)));
  const partsOf = (key: string | null, group: OpenGroup): Parts => {
    const here = counts.filter((it) => key === null || (it[by]?.id ?? '') === key);
    const sum = (part: string, rows: readonly OpenCount[]) =>
      rows.reduce((total, it) => (it.part === part ? total + it.n : total), 0);
    return {
      month: openParts[group].map((part) =>
        sum(
          part,
          here.filter((it) => it.month),
        ),
      ),
      year: openParts[group].map((part) => sum(part, here)),
    };
  };
  const extents = new Map(
    groups.map((group) => [group, withhold(keys.map((key) => partsOf(key, group)))]),
  );
  const told = (key: string | null, extentOf: (group: OpenGroup) => Extent | undefined) => {
    const pick = (kind: keyof Parts) =>
      Object.fromEntries(
        groups.map((group) => {
          const extent = extentOf(group);
          const shown = extent === 'both' || (extent === 'year' && kind === 'year');
          return [group, shown ? byName(group, partsOf(key, group)[kind]) : null];
        }),
      ) as Told;
    return { month: pick('month'), year: pick('year') };
  };
  return {
    rows: keys.map((key, at) => ({
      named: named.get(key) ?? null,
      ...told(key, (group) => extents.get(group)?.rows[at]),
    })),
    all: told(null, (group) => extents.get(group)?.all),
  };
}

const byName = (group: OpenGroup, numbers: readonly number[]): Record<string, number> =>
  Object.fromEntries(openParts[group].map((part, at) => [part, numbers[at] ?? 0]));

/** What has no name stands last. */
function order(one: Named | null | undefined, other: Named | null | undefined): number {
  if (!one || !other) return one ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}

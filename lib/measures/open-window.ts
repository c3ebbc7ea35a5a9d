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

/** Full months change little once they are over, and nobody waits for these numbers. */
const freshForMs = 60 * 60_000;

let kept: { zone: string; at: Date; window: Promise<OpenWindow> } | undefined;

/** The public window; counted once an hour at most, however many look. */
export function readOpenWindow(zone: string, at = now()): Promise<OpenWindow> {
  const fresh = kept && kept.zone === zone && at.getTime() - kept.at.getTime() < freshForMs;
  if (kept && fresh) return kept.window;
  const window = countWindow(zone, at);
  kept = { zone, at, window };
  // A failure is told to whoever asked, and the next one asks anew.
  window.catch(() => {
    if (kept?.window === window) kept = undefined;
  });
  return window;
}

/** The last full month and the twelve it ends. */
export async function countWindow(zone: string, at: Date): Promise<OpenWindow> {
  const months = recentMonths(13, at, zone);
  const [month, first] = [months[1], months[12]];
  if (!month || !first) throw new Error('a year has twelve months');
  const year = periodOf(first.fromOn, month.toOn, zone);
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

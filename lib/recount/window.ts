import type { Database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { countOpenly } from '@/lib/measures/open-counts';
import { monthPrinted } from '@/lib/measures/open-window';
import type { OpenLine, WindowCompared, WindowDifference } from './results';

/** Filed since the log tells enough. Asked of all cases at once: rows and archive are each read one time. */
const told = Prisma.sql`NOT EXISTS (SELECT FROM "Event" f
    WHERE f."appealId" = a.id AND f.seq = 1 AND NOT f.data ? 'due')
  AND NOT EXISTS (SELECT FROM "ArchivedCase" f WHERE f."appealId" = a.id AND NOT f.data->0 ? 'due')`;

/**
 * The public window as it would be printed now, number by number before small ones are withheld: what is withheld
 * follows from the numbers, so where these agree so does the window.
 *
 * @param only of appeals `a` these alone, and `open` of them.
 */
export async function compareWindow(
  database: Database,
  open: readonly OpenLine[],
  { zone, at }: { zone: string; at: Date },
  only: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<WindowCompared> {
  const { month, year } = monthPrinted(zone, at);
  const published = await countOpenly(month, year, at, {
    only: Prisma.sql`${told} AND ${only}`,
    database,
  });
  const inMonth = month.fromOn.slice(0, 7);
  const inYear = (it: string) => it >= year.fromOn.slice(0, 7) && it <= inMonth;
  const numbers = new Map<string, WindowDifference>();
  const add = (
    it: Omit<WindowDifference, 'published' | 'recounted'>,
    side: 'published' | 'recounted',
    n: number,
  ) => {
    const key = [it.part, it.span, it.category, it.area].join('|');
    const line = numbers.get(key) ?? { ...it, published: 0, recounted: 0 };
    line[side] += n;
    numbers.set(key, line);
  };
  for (const { part, month: ofMonth, category, area, n } of published) {
    const key = { part, category: category?.id ?? null, area: area?.id ?? null };
    add({ ...key, span: 'year' }, 'published', n);
    if (ofMonth) add({ ...key, span: 'month' }, 'published', n);
  }
  for (const { part, month: on, rootId, areaId, n } of open) {
    if (!inYear(on)) continue;
    const key = { part, category: rootId, area: areaId };
    add({ ...key, span: 'year' }, 'recounted', n);
    if (on === inMonth) add({ ...key, span: 'month' }, 'recounted', n);
  }
  const lines = [...numbers.values()];
  return {
    month,
    year,
    numbers: lines.length,
    differences: lines.filter((it) => it.published !== it.recounted),
  };
}

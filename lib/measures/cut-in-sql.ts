import { Prisma } from '@/lib/db/generated/client';
import { placedInSql } from './areas';
import { type Branches, idsIn, type Part } from './branches';
import type { Cut, Trees } from './cut';

/** The columns by which cases can be told apart. */
export const cutColumns = {
  topic: Prisma.sql`a."categoryId"`,
  area: Prisma.sql`placed."unitId"`,
  channel: Prisma.sql`a.channel::text`,
};

/**
 * `columns` of those of `rows` that lie within the cut. `due`: the row, of which `appealId` must be there, `a`: its
 * appeal, `placed`: the unit that places it.
 */
export function selectCut(
  columns: Prisma.Sql,
  rows: Prisma.Sql,
  cut: Cut,
  { topics, areas }: Trees,
): Prisma.Sql {
  const [topic, area] = [within(cut.topic, topics), within(cut.area, areas)];
  const channel = cut.channel
    ? Prisma.sql`${cutColumns.channel} = ${cut.channel}`
    : Prisma.sql`TRUE`;
  return Prisma.sql`
    WITH due AS MATERIALIZED (${rows}),
      placed AS (${placedInSql(areas, Prisma.sql`SELECT "appealId" FROM due`)})
    SELECT ${columns} FROM due
    JOIN "Appeal" a ON a.id = due."appealId"
    LEFT JOIN placed ON placed."appealId" = due."appealId"
    WHERE ${topic(cutColumns.topic)} AND ${area(cutColumns.area)} AND ${channel}`;
}

/** Whether a column lies in the part; whatever has no place in the tree lies in the part without. */
function within(part: Part | null, branches: Branches): (column: Prisma.Sql) => Prisma.Sql {
  if (part === null) return () => Prisma.sql`TRUE`;
  const ids = idsIn(branches, part);
  return (column) =>
    ids === null ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ANY(${ids}::uuid[])`;
}

import { type Database, db } from '@/lib/db/client';
import type { NameableUnit } from './named-units';

/** All units as lists of names are matched against them. */
export async function readNameable(database: Database = db()): Promise<NameableUnit[]> {
  const units = await database.unit.findMany({
    orderBy: { path: 'asc' },
    select: {
      id: true,
      code: true,
      name: true,
      nameEn: true,
      kind: true,
      path: true,
      closedAt: true,
    },
  });
  return units.map(({ closedAt, ...unit }) => ({ ...unit, closed: closedAt !== null }));
}

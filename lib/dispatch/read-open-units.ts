import type { UnitRef } from '@/lib/appeals/transition';
import type { Database } from '@/lib/db/client';

/** All units that are open, as rules look at them. */
export const readOpenUnits = (database: Database): Promise<UnitRef[]> =>
  database.unit.findMany({
    where: { closedAt: null },
    orderBy: { path: 'asc' },
    select: { id: true, path: true, name: true, kind: true, closedAt: true },
  });

import { type Database, db } from '@/lib/db/client';
import type { KnownArea } from './area';
import { asOutline } from './outline';

/** All areas in use, in the order of their units and names. */
export async function readAreas(database: Database = db()): Promise<KnownArea[]> {
  const areas = await database.area.findMany({
    where: { retiredAt: null },
    orderBy: [{ unit: { path: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    include: { unit: { select: { path: true, name: true } } },
  });
  return areas.map(({ unit, outline, retiredAt: _, ...area }) => ({
    ...area,
    outline: asOutline(outline),
    unitPath: unit.path,
    unitName: unit.name,
  }));
}

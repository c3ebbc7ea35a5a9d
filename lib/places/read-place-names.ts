import { db } from '@/lib/db/client';

/** A community, village or road by its name, as somebody picks it from a list. */
export interface PlaceName {
  id: string;
  name: string;
  unitName: string;
  unitNameEn: string;
}

/** All that have a unit to look after them, unit by unit. */
export async function readPlaceNames(): Promise<PlaceName[]> {
  const areas = await db().area.findMany({
    where: { retiredAt: null, unit: { closedAt: null } },
    orderBy: [{ unit: { path: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, unit: { select: { name: true, nameEn: true } } },
  });
  return areas.map(({ unit, ...area }) => ({
    ...area,
    unitName: unit.name,
    unitNameEn: unit.nameEn,
  }));
}

/** A place by its name, with its unit's where another place is called the same; null where there is none. */
export async function readPlaceName(id: string): Promise<string | null> {
  const [found] = await db().$queryRaw<{ name: string; unitName: string; twin: boolean }[]>`
    SELECT a.name, u.name AS "unitName", EXISTS (
      SELECT FROM "Area" b WHERE b.id <> a.id AND b.name = a.name AND b."retiredAt" IS NULL) AS twin
    FROM "Area" a JOIN "Unit" u ON u.id = a."unitId" AND u."closedAt" IS NULL
    WHERE a.id = ${id}::uuid AND a."retiredAt" IS NULL`;
  return found ? (found.twin ? `${found.unitName} ${found.name}` : found.name) : null;
}

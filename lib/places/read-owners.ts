import type { PlaceOwner } from '@/lib/appeals/power';
import type { Database } from '@/lib/db/client';
import { asOutline, holds } from './outline';
import { areasIn, placeKey } from './place-keys';
import type { Point } from './point';

type Found = Omit<PlaceOwner, 'by'> & { keys: string[] };

/**
 * Whose place it is: every area the address names, with the unit that has it; where it names none, every area
 * the point lies in. Closed units have none.
 */
export async function readOwners(
  database: Database,
  address: string,
  point: Point | null = null,
): Promise<PlaceOwner[]> {
  const named = await namedIn(database, address);
  return named.length > 0 || !point ? named : holding(database, point);
}

async function namedIn(database: Database, address: string): Promise<PlaceOwner[]> {
  const key = placeKey(address);
  if (key === '') return [];
  const named = await database.$queryRaw<Found[]>`
    SELECT a.id AS "areaId", a.name, a.keys, u.id AS "unitId", u.path AS "unitPath"
    FROM "Area" a JOIN "Unit" u ON u.id = a."unitId" AND u."closedAt" IS NULL
    WHERE a."retiredAt" IS NULL AND EXISTS (
      SELECT FROM unnest(a.keys) AS k WHERE k <> '' AND strpos(${key}, k) > 0)
    ORDER BY u.path, a.name, a.id`;
  return areasIn(address, named).map(({ keys: _, ...owner }) => ({ by: 'address', ...owner }));
}

async function holding(database: Database, point: Point): Promise<PlaceOwner[]> {
  const drawn = await database.$queryRaw<(Omit<PlaceOwner, 'by'> & { outline: unknown })[]>`
    SELECT a.id AS "areaId", a.name, a.outline, u.id AS "unitId", u.path AS "unitPath"
    FROM "Area" a JOIN "Unit" u ON u.id = a."unitId" AND u."closedAt" IS NULL
    WHERE a."retiredAt" IS NULL AND a.outline IS NOT NULL ORDER BY u.path, a.name, a.id`;
  return drawn.flatMap(({ outline: json, ...owner }): PlaceOwner[] => {
    const outline = asOutline(json);
    return outline && holds(outline, point) ? [{ by: 'point', ...owner }] : [];
  });
}

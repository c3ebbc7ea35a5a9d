import type { PlaceOwner } from '@/lib/appeals/power';
import type { Database } from '@/lib/db/client';
import { areasIn, placeKey } from './place-keys';

type Found = PlaceOwner & { keys: string[] };

/** Whose place an address is: every area it names, with the unit that has it. Closed units have none. */
export async function readOwners(database: Database, address: string): Promise<PlaceOwner[]> {
  const key = placeKey(address);
  if (key === '') return [];
  const named = await database.$queryRaw<Found[]>`
    SELECT a.id AS "areaId", a.name, a.keys, u.id AS "unitId", u.path AS "unitPath"
    FROM "Area" a JOIN "Unit" u ON u.id = a."unitId" AND u."closedAt" IS NULL
    WHERE a."retiredAt" IS NULL AND EXISTS (
      SELECT FROM unnest(a.keys) AS k WHERE k <> '' AND strpos(${key}, k) > 0)
    ORDER BY u.path, a.name, a.id`;
  return areasIn(address, named).map(({ keys: _, ...owner }) => owner);
}

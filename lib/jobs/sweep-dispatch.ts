import { loadCaseFile } from '@/lib/appeals/load';
import { readGrounds } from '@/lib/catalogue/read-grounds';
import { readPathOf } from '@/lib/categories/queries';
import { db } from '@/lib/db/client';
import { proposeUnit } from '@/lib/dispatch/propose';
import { readOpenUnits } from '@/lib/dispatch/read-open-units';
import { batch, type Due, sweep } from './sweep';

/**
 * Appeals whose category the catalogue marks for it, sent on where catalogue and place leave no choice. What
 * complains of somebody, is contested or is not certain waits for a dispatcher.
 */
export const sweepDispatch = (): Promise<number> =>
  sweep(
    'dispatch',
    (behind) => db().$queryRaw<Due[]>`
      SELECT a.id, a.id AS "appealId", a."filedAt" AS at
      FROM "Appeal" a JOIN "Category" c ON c.id = a."categoryId"
      LEFT JOIN "Import" m ON m.id = a."importId"
      WHERE a.status = 'filed' AND NOT a.recused AND NOT a."namesPerson"
        AND (m.id IS NULL OR m."finishedAt" IS NOT NULL)
        AND EXISTS (
          SELECT FROM "CatalogueEntry" e JOIN "Category" up ON up.id = e."categoryId"
          WHERE e."untilAt" IS NULL AND e."bySystem" AND starts_with(c.path, up.path))
        AND (a."filedAt", a.id) > (${behind.at}, ${behind.id}::uuid)
      ORDER BY a."filedAt", a.id LIMIT ${batch}`,
    certainUnit,
  );

async function certainUnit(appealId: string): Promise<{ unitId: string } | null> {
  const loaded = await loadCaseFile(db(), appealId);
  const categoryId = loaded?.file.appeal.categoryId;
  if (!loaded || !categoryId) return null;
  const path = await readPathOf(db(), categoryId);
  const [grounds, units] = await Promise.all([
    readGrounds(db(), path, appealId),
    readOpenUnits(db()),
  ]);
  const proposed = proposeUnit(grounds, units, loaded.file);
  return proposed?.certain ? { unitId: proposed.unit.id } : null;
}

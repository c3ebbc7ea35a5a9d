import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import { asOutline } from './outline';

/**
 * The outlines of all places in use that have a unit: a GeoJSON FeatureCollection in WGS-84 with the `name`
 * of each, five places of a degree; and a name for this version of it.
 */
export async function readOutlines(): Promise<{ text: string; tag: string }> {
  const areas = await db().area.findMany({
    where: { retiredAt: null, unit: { closedAt: null } },
    orderBy: [{ unit: { path: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    select: { name: true, outline: true },
  });
  const features = areas.flatMap(({ name, outline }) => {
    const geometry = asOutline(outline);
    return geometry ? [{ type: 'Feature', properties: { name }, geometry }] : [];
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features }, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(5)) : value,
  );
  return { text, tag: createHash('sha256').update(text).digest('hex').slice(0, 32) };
}

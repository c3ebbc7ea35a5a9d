import type { KnownArea } from './area';
import { holds } from './outline';
import { areasIn } from './place-keys';
import { readPoint } from './point';

/** Whose place it is: by the outline that holds a point, or by the names an address speaks of. */
export function findAreas<Area extends Pick<KnownArea, 'keys' | 'outline'>>(
  where: string,
  areas: readonly Area[],
): Area[] {
  const point = readPoint(where);
  if (!point) return areasIn(where, areas);
  return areas.filter((it) => it.outline && holds(it.outline, point));
}

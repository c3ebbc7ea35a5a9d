import type { KnownArea } from './area';
import { holds, type Point } from './outline';
import { areasIn } from './place-keys';

/** Latitude and longitude as people and maps write them: `39.90, 116.40`. */
export function readPoint(text: string): Point | null {
  const [, north = '', east = ''] =
    /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/u.exec(
      text.normalize('NFKC'),
    ) ?? [];
  const [lat, lon] = [Number(north), Number(east)];
  return north && east && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** Whose place it is: by the outline that holds a point, or by the names an address speaks of. */
export function findAreas<Area extends Pick<KnownArea, 'keys' | 'outline'>>(
  where: string,
  areas: readonly Area[],
): Area[] {
  const point = readPoint(where);
  if (!point) return areasIn(where, areas);
  return areas.filter((it) => it.outline && holds(it.outline, point));
}

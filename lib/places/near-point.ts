import type { KnownArea } from './area';
import { holds } from './outline';
import { metresBetween, type Point } from './point';

/** Farther off, a name says nothing of where a point is. */
const nearMetres = 1_000;

/** The area a point lies in or else, within a kilometre of a corner of its outline, the nearest one. */
export function nearPoint(
  point: Point,
  areas: readonly Pick<KnownArea, 'name' | 'outline'>[],
): { name: string; within: boolean } | null {
  let nearest: { name: string; metres: number } | null = null;
  for (const { name, outline } of areas) {
    if (!outline) continue;
    if (holds(outline, point)) return { name, within: true };
    const corners = outline.coordinates.flat(outline.type === 'Polygon' ? 1 : 2) as number[][];
    for (const [lon = 0, lat = 0] of corners) {
      const metres = metresBetween(point, { lon, lat });
      if (metres < (nearest?.metres ?? nearMetres)) nearest = { name, metres };
    }
  }
  return nearest && { name: nearest.name, within: false };
}

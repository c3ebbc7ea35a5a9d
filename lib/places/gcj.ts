import gcoord from 'gcoord';
import type { Point } from './point';

/**
 * The shifted coordinates that map services in China have to draw in (GCJ-02), only ever at the edge of a map:
 * everything else is WGS-84. Outside the rectangle around China the two are the same.
 */
export function toGcj({ lon, lat }: Point): Point {
  const [east, north] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
  return { lon: east ?? lon, lat: north ?? lat };
}

/** Each round leaves about a thousandth of the error; the first is a few hundred metres. */
const rounds = 6;

/**
 * Back again, to a centimetre. There is no formula: what would be shifted here is looked for. In so many steps
 * and no more, since at the edge of the rectangle there may be no such place.
 */
export function fromGcj(shifted: Point): Point {
  let point = shifted;
  for (let nth = 0; nth < rounds; nth++) {
    const there = toGcj(point);
    point = {
      lon: point.lon - (there.lon - shifted.lon),
      lat: point.lat - (there.lat - shifted.lat),
    };
  }
  return point;
}

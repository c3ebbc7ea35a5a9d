/** Longitude and latitude in degrees, WGS-84. */
export interface Point {
  lon: number;
  lat: number;
}

/** Latitude and longitude as people and maps write them: `39.90, 116.40`. */
export function readPoint(text: string): Point | null {
  const [, north = '', east = ''] =
    /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/u.exec(
      text.normalize('NFKC'),
    ) ?? [];
  const [lat, lon] = [Number(north), Number(east)];
  return north && east && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** Five places are about a metre: more would only look exact. */
const places = 5;

/** A point as it is kept and shown, `39.90420, 116.40740`; `readPoint` reads it again. */
export const pointText = ({ lat, lon }: Point): string => `${degrees(lat)}, ${degrees(lon)}`;

/** Without the minus of nothing: what is written is what is read again. */
const degrees = (value: number): string => (Number(value.toFixed(places)) + 0).toFixed(places);

/** The point of a row that may have one. */
export const pointOf = ({ lat, lon }: { lat: number | null; lon: number | null }): Point | null =>
  lat !== null && lon !== null ? { lat, lon } : null;

export const metresOfDegree = 111_320;

/** Metres between two points that lie near each other: on so small a piece the earth is flat. */
export function metresBetween(one: Point, other: Point): number {
  const north = (one.lat - other.lat) * metresOfDegree;
  const east = (one.lon - other.lon) * metresOfDegree * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

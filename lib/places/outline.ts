import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { feature, featureCollection, point } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { z } from 'zod';
import type { Point } from './point';

const mostPoints = 20_000;

const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number());
const ring = z.array(position).min(4).refine(isClosed);
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) });
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).min(1)).min(1),
});
const geometry = z.discriminatedUnion('type', [polygon, multiPolygon]);

/** A GeoJSON Polygon or MultiPolygon (RFC 7946). */
export type Outline = z.output<typeof geometry>;

function isClosed(points: readonly (readonly number[])[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** An outline from GeoJSON: a geometry, a Feature or a collection of one; the code of what is wrong with it. */
export function readOutline(text: string): { outline: Outline } | { code: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { code: 'outlineNotJson' };
  }
  const parsed = geometry.safeParse(geometryIn(json));
  if (!parsed.success) return { code: 'outlineNoPolygon' };
  if (parsed.data.coordinates.flat(2).length > mostPoints) return { code: 'outlineTooLong' };
  return area(feature(parsed.data)) > 0 ? { outline: parsed.data } : { code: 'outlineNoPolygon' };
}

function geometryIn(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if ('features' in json && Array.isArray(json.features) && json.features.length === 1) {
    return geometryIn(json.features[0]);
  }
  return 'geometry' in json ? json.geometry : json;
}

/** What is kept in the database, where it is an outline. */
export function asOutline(json: unknown): Outline | null {
  const parsed = geometry.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** Neighbours drawn by hand share a little of their border; this much of the smaller is no border any more. */
const mostShared = 0.01;

export function overlap(one: Outline, other: Outline): boolean {
  const both = intersect(featureCollection([feature(one), feature(other)]));
  if (!both) return false;
  return area(both) > mostShared * Math.min(area(feature(one)), area(feature(other)));
}

export const holds = (outline: Outline, { lon, lat }: Point): boolean =>
  booleanPointInPolygon(point([lon, lat]), feature(outline));

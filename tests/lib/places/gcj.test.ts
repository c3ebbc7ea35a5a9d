import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromGcj, toGcj } from '@/lib/places/gcj';
import type { Point } from '@/lib/places/point';

/** Metres on a sphere (haversine). */
function metres(one: Point, other: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(rad(b - a) / 2) ** 2;
  const chord =
    half(one.lat, other.lat) +
    Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * half(one.lon, other.lon);
  return 2 * 6_371_000 * Math.asin(Math.sqrt(chord));
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const inChina = fc.record({ lon: between(73.5, 135), lat: between(18, 53.5) });
const elsewhere = fc.oneof(
  fc.record({ lon: between(-180, 72), lat: between(-90, 90) }),
  fc.record({ lon: between(138, 180), lat: between(-90, 90) }),
  fc.record({ lon: between(-180, 180), lat: between(-90, 0.8) }),
  fc.record({ lon: between(-180, 180), lat: between(56, 90) }),
);

describe('coordinates of Chinese tiles', () => {
  it('there and back is the same place, to less than a metre', () => {
    fc.assert(
      fc.property(inChina, (point) => {
        expect(metres(fromGcj(toGcj(point)), point)).toBeLessThan(1);
        expect(metres(toGcj(fromGcj(point)), point)).toBeLessThan(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are elsewhere by some hundred metres: a point left as it is would be wrong', () => {
    fc.assert(
      fc.property(inChina, (point) => {
        expect(metres(toGcj(point), point)).toBeGreaterThan(20);
        expect(metres(toGcj(toGcj(point)), point)).toBeGreaterThan(1);
        expect(metres(toGcj(point), point)).toBeLessThan(2_000);
      }),
    );
    // Tiananmen as maps in China draw it.
    expect(
      metres(toGcj({ lat: 39.90733, lon: 116.39108 }), { lat: 39.90873, lon: 116.39732 }),
    ).toBeLessThan(5);
  });

  it('are the same outside China', () => {
    fc.assert(
      fc.property(elsewhere, (point) => {
        expect(toGcj(point)).toEqual(point);
        expect(fromGcj(point)).toEqual(point);
      }),
    );
  });

  it('come to an end at the edge of the rectangle too', () => {
    for (const lon of [72.004, 72.0045, 137.834, 137.8347]) {
      for (const lat of [0.83, 20, 55.827]) {
        const { lon: east, lat: north } = fromGcj({ lon, lat });
        expect(Math.abs(east - lon) + Math.abs(north - lat)).toBeLessThan(0.1);
      }
    }
  });
});

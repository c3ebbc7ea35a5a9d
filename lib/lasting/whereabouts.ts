import { createHash } from 'node:crypto';
import type { Point } from '@/lib/places/point';
import { readAddress } from './address';

/**
 * `spot`: the very house, block or group. `name`: an estate, a village, a school in an address without a house;
 * `nameBesideSpot`: in one with a house. `cell`: the square a point lies in.
 */
export type Kind = 'spot' | 'name' | 'nameBesideSpot' | 'cell';

/** A key is 64 bits of a hash, as the database writes it. */
export interface Key {
  key: string;
  kind: Kind;
}

export interface Whereabouts {
  /** By which others find this case. */
  kept: Key[];
  /** By which this case finds others. */
  sought: Key[];
}

/**
 * Where a case is, by its address and by its point. The account is not read: whoever complains of one house
 * names others.
 */
export function whereaboutsOf(place: string, point: Point | null): Whereabouts {
  const { house, name } = readAddress(place);
  const named: Key[] = [];
  if (house) named.push({ key: keyOf('spot', house), kind: 'spot' });
  if (name) named.push({ key: keyOf('name', name), kind: house ? 'nameBesideSpot' : 'name' });
  const cell = (key: string): Key => ({ key, kind: 'cell' });
  return {
    kept: point ? [...named, cell(cellOf(point))] : named,
    sought: point ? [...named, ...cellsAround(point).map(cell)] : named,
  };
}

/** What a key stands for, by the address of a case that has it: the house or the estate, and not the flat. */
export function namedBy(key: string, place: string): string {
  const { house, name } = readAddress(place);
  if (house && keyOf('spot', house) === key) return house;
  return name && keyOf('name', name) === key ? name : place;
}

function keyOf(kind: 'spot' | 'name' | 'cell', text: string): string {
  return createHash('sha256').update(`${kind} ${text}`).digest().readBigInt64BE().toString();
}

/**
 * Degrees. Up to 57° from the equator a square is nowhere narrower than the sixty metres within which two
 * points are one place, so that those are in one square or in two beside each other.
 */
const side = 0.001;

function cellOf({ lat, lon }: Point, north = 0, east = 0): string {
  return keyOf('cell', `${Math.floor(lat / side) + north} ${Math.floor(lon / side) + east}`);
}

const steps = [-1, 0, 1];

const cellsAround = (point: Point): string[] =>
  steps.flatMap((north) => steps.map((east) => cellOf(point, north, east)));

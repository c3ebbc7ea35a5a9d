import { metresBetween, type Point } from '@/lib/places/point';
import type { Words } from './words';

/**
 * How many recent cases have a word, as far as was counted: what everybody writes of tells little. The
 * search stops counting at `mostCounted`.
 */
export type Counts = ReadonlyMap<string, number>;

export const mostCounted = 300;

/** Share of its weight a word keeps: nearly all where one other case has it, nothing where hundreds do. */
function keeps(word: string, counts: Counts): number {
  const count = counts.get(word);
  if (count === undefined) return notCounted;
  return Math.max(0.05, 1 - Math.log1p(count) / Math.log1p(mostCounted));
}

/** Of words that were not counted: those of one side alone, and the lighter ones. */
const notCounted = 0.5;

export interface Likeness {
  /** 0 to 1. */
  score: number;
  /** The fullest names of places in both, the most telling first. */
  places: string[];
  /** Other words in both, the most telling first. */
  words: string[];
  /** How far apart their points are; null where not both have one. */
  metres: number | null;
}

interface Compared extends Likeness {
  matter: number;
  place: number;
}

function compare(one: Words, other: Words, counts: Counts): Compared {
  const shared: [string, number][] = [];
  const places: [string, number][] = [];
  let [product, ours, theirs] = [0, 0, 0];
  // 和平 and 家园 say nothing of the matter where 和平家园 is the place.
  const names = [one, other].flatMap((it) => [...it.places, ...it.spots]);
  const isPlace = (word: string) =>
    [one, other].some((it) => it.places.has(word) || it.spots.has(word));
  const isPart = (word: string) => !isPlace(word) && names.some((it) => it.includes(word));
  for (const [word, weight] of one.weights) {
    if (isPart(word)) continue;
    const here = other.weights.get(word);
    if (isPlace(word)) {
      if (here !== undefined) places.push([word, keeps(word, counts)]);
      continue;
    }
    const share = keeps(word, counts);
    ours += (weight * share) ** 2;
    if (here === undefined) continue;
    product += weight * here * share * share;
    shared.push([word, weight * here * share]);
  }
  for (const [word, weight] of other.weights) {
    if (!isPlace(word) && !isPart(word)) theirs += (weight * keeps(word, counts)) ** 2;
  }
  const heaviest = (list: [string, number][]) =>
    list.sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const metres = apart(one.point, other.point);
  return {
    score: 0,
    matter: product > 0 ? product / Math.sqrt(ours * theirs) : 0,
    place: placeOf(one, other, places, metres, counts),
    metres,
    places: fullest(heaviest(places)),
    words: heaviest(shared),
  };
}

/** The longest names, without those that are part of one: 安泉里3号楼, and not 安泉里 beside it. */
const fullest = (names: readonly string[]): string[] =>
  names.filter((it) => !names.some((other) => other !== it && other.includes(it)));

const apart = (one: Point | null, other: Point | null): number | null =>
  one && other ? Math.round(metresBetween(one, other)) : null;

/** Telephones tell where they are to some tens of metres: this near, two points are one place. */
export const sameMetres = 60;
export const nearMetres = 250;
/** So far apart, nothing but the name of the very house makes one place of two. */
const farMetres = 1_000;

/** Their points say that they are at one place. */
export const isHere = ({ metres }: Pick<Likeness, 'metres'>): boolean =>
  metres !== null && metres <= sameMetres;

/** Names that so many recent cases have, a town's or a street's, hold many places. */
const wideName = 0.15;

/**
 * How surely two cases are about one place: 1 for the same house, less for a name many have, 0 where no
 * name is shared, below 0 where each names a place the other does not.
 */
function placeOf(
  one: Words,
  other: Words,
  shared: readonly [string, number][],
  metres: number | null,
  counts: Counts,
): number {
  // Whoever files from elsewhere has their own point and names the house.
  if (shared.some(([word]) => one.spots.has(word) || other.spots.has(word))) return 1;
  if (metres === null) return placeByName(one, other, shared, counts);
  if (metres <= sameMetres) return 1;
  if (metres > farMetres) return -1;
  const byName = placeByName(one, other, shared, counts);
  return metres <= nearMetres ? Math.max(0.5, byName) : Math.min(0.5, byName);
}

function placeByName(
  one: Words,
  other: Words,
  shared: readonly [string, number][],
  counts: Counts,
): number {
  const surest = Math.max(0, ...shared.map(([, keeps]) => keeps));
  const narrower = (it: Words, than: Words) =>
    [...it.places].some((name) => !than.weights.has(name) && keeps(name, counts) > wideName);
  if (surest < wideName && narrower(one, other) && narrower(other, one)) return -1;
  const sure = Math.min(1, 1.5 * surest);
  // Two houses of one estate: whoever complains of a lift means their own.
  return one.spots.size > 0 && other.spots.size > 0 ? sure / 2 : sure;
}

/**
 * From this on two cases may be the same thing. Long accounts of one thing share few of their words: of real
 * ones most pairs lie between this and 0.3 (docs/decisions/0019-similar-cases.md).
 */
export const leastSame = 0.1;
/** From this on somebody who files is asked: they know the place, and not our cases. */
export const leastOffered = 0.3;
export const nearDays = 90;

/** Whether two cases may be one thing: the same matter at the same place at about the same time. */
export function sameThing(one: Words, other: Words, days: number, counts: Counts): Likeness {
  const { matter, place, places, words, metres } = compare(one, other, counts);
  const here = place < 0 ? 0.1 : 0.5 + 0.5 * place;
  const then = 1 - 0.3 * Math.min(1, days / nearDays);
  return { score: matter * here * then, places, words, metres };
}

/** From this on a past case is worth a look. */
export const leastSimilar = 0.15;

/** Whether two cases are of one kind; where it was matters little. */
export function sameKind(one: Words, other: Words, counts: Counts): Likeness {
  const { matter, place, places, words, metres } = compare(one, other, counts);
  return { score: matter * (0.9 + 0.1 * Math.max(0, place)), places, words, metres };
}

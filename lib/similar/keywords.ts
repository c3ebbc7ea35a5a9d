import type { Matter, Words } from './words';
import { wordsOf } from './words';

/** By which rule keywords were cut: raised when cases are to be cut anew. */
export const keywordRule = 1;

const mostKept = 12;
/** Of those, names of places and spots at most: the rest says what happened there. */
const mostPlaces = 5;

/** The words by which a case is found again: the heaviest, of places not too many. */
export function tellingOf({ weights, places, spots }: Words, most = mostKept): string[] {
  const heaviest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const isPlace = ([word]: [string, number]) => places.has(word) || spots.has(word);
  const here = heaviest.filter(isPlace).slice(0, mostPlaces);
  const matter = heaviest.filter((it) => !isPlace(it)).slice(0, most - here.length);
  return [...here, ...matter].map(([word]) => word);
}

/** A word as it is kept: a number of 32 bits. Two words with one number only cost a look more. */
export function keyOf(word: string): number {
  // FNV-1a over UTF-16 (draft-eastlake-fnv).
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}

/** Rows of Keyword for one case. */
export const keywordsOf = (appealId: string, filedAt: Date, matter: Matter) =>
  [...new Set(tellingOf(wordsOf(matter)).map(keyOf))].map((word) => ({ word, filedAt, appealId }));

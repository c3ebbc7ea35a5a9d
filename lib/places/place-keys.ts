/** Shorter names stand in too many addresses. */
export const leastLetters = 2;

/** A name or an address as it is looked for: letters and digits alone, lower case, NFKC. */
export const placeKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The keys of an area: its name and what else people call it, each once. */
export const keysOf = (name: string, aliases: readonly string[]): string[] => [
  ...new Set([name, ...aliases].map(placeKey)),
];

interface Keyed {
  keys: readonly string[];
}

/**
 * The areas an address speaks of. A name inside a longer one counts for nothing: 和平路社区 is not 和平路,
 * unless the short one stands by itself elsewhere in the address.
 */
export function areasIn<Area extends Keyed>(address: string, areas: readonly Area[]): Area[] {
  const key = placeKey(address);
  const found = areas.flatMap((area) =>
    area.keys.flatMap((it) =>
      occurrences(key, it).map((from) => ({ area, from, to: from + it.length })),
    ),
  );
  const standing = found.filter(
    (it) =>
      !found.some(
        (other) =>
          other.from <= it.from && other.to >= it.to && other.to - other.from > it.to - it.from,
      ),
  );
  return [...new Set(standing.map((it) => it.area))];
}

function occurrences(text: string, word: string): number[] {
  const at: number[] = [];
  if (word === '') return at;
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) at.push(from);
  return at;
}

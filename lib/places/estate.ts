/** Where the name of an estate, a village or a road ends and the house begins. */
const house = /\d|[一二三四五六七八九十]+(?:号|栋|幢|座|单元|组|队|弄)|(?:号楼|栋|幢|单元)/u;

/**
 * The part of an address that neighbours share, without blanks and letter shapes: `安康里小区 6 号楼 502` and
 * `安康里小区2栋` are both `安康里小区`. Null where nothing is left that names a place.
 */
export function estateOf(place: string): string | null {
  const plain = place
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，。、]/gu, '');
  const end = plain.search(house);
  const name = end === -1 ? plain : plain.slice(0, end);
  return [...name].length >= 3 ? name : null;
}

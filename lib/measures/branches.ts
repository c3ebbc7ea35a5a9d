/** A place in a tree that a page has a row for: a category, or an area. */
export interface Branch {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  /** Codes from the root down, each followed by '/'. */
  path: string;
}

/** What figures are put under, and where each id that stands in the database belongs. */
export interface Branches {
  /** Parents before those below them. */
  nodes: readonly Branch[];
  /** By id: the path of the node under which it counts, itself or something below that. */
  pathOf: ReadonlyMap<string, string>;
}

/**
 * Which part of a tree is meant, as it stands in an address: a code with all below it, `.code` for what lies at
 * the code itself and at nothing below, `-` for what has no place in the tree.
 */
export type Part = string;
export const noPart: Part = '-';
const aloneAt = (code: string): Part => `.${code}`;

const isAlone = (part: Part): boolean => part.startsWith('.');
const codeOf = (part: Part): string => (isAlone(part) ? part.slice(1) : part);

/** Null where the tree has no such node. */
export const nodeOf = ({ nodes }: Branches, part: Part): Branch | null =>
  nodes.find((it) => it.code === codeOf(part)) ?? null;

const isBelow = (inner: Pick<Branch, 'path'>, outer: Pick<Branch, 'path'>): boolean =>
  inner.path !== outer.path && inner.path.startsWith(outer.path);

/** The nodes right below one, or those at the top. */
export function childrenOf({ nodes }: Branches, top: Branch | null): Branch[] {
  const below = top ? nodes.filter((it) => isBelow(it, top)) : [...nodes];
  return below.filter((it) => !below.some((other) => isBelow(it, other)));
}

/** From the top down to the node, itself included. */
export const wayTo = ({ nodes }: Branches, node: Branch): Branch[] =>
  nodes
    .filter((it) => node.path.startsWith(it.path))
    .toSorted((one, other) => one.path.length - other.path.length);

/** All ids that count under the part; null for those that have none. Empty where nothing has that code. */
export function idsIn(branches: Branches, part: Part): string[] | null {
  if (part === noPart) return null;
  const node = nodeOf(branches, part);
  if (!node) return [];
  const below = isAlone(part) ? childrenOf(branches, node) : [];
  return [...branches.pathOf].flatMap(([id, path]) =>
    path.startsWith(node.path) && !below.some((it) => path.startsWith(it.path)) ? [id] : [],
  );
}

export const hasBelow = ({ nodes }: Branches, top: Branch): boolean =>
  nodes.some((it) => isBelow(it, top));

/** Says under which child of `top` an id counts; at `top` itself, or in no place of the tree. */
export function partsUnder(branches: Branches, top: Branch | null): (id: string | null) => Part {
  const children = childrenOf(branches, top);
  return (id) => {
    const path = id === null ? undefined : branches.pathOf.get(id);
    if (path === undefined) return noPart;
    const child = children.find((it) => path.startsWith(it.path));
    if (child) return child.code;
    return top ? aloneAt(top.code) : noPart;
  };
}

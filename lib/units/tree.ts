/** A tree of units is told by paths: codes from the root down, each followed by '/'. */

export const pathUnder = (parentPath: string | null, code: string): string =>
  `${parentPath ?? ''}${code}/`;

/** Is one the other, or below it? */
export const within = (path: string, root: string): boolean => path.startsWith(root);

/** The unit's own path and those of all above it, the root first. */
export const pathsDownTo = (path: string): string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));

/** 0 for a root. */
export const depthOf = (path: string): number => path.split('/').length - 2;

export interface Branch {
  code: string;
  parent: string | null;
}

/**
 * The paths of a whole tree by code, or the codes that go round in a circle.
 * A parent that is not among the branches counts as none.
 */
export function pathsOf(branches: readonly Branch[]): {
  paths: ReadonlyMap<string, string>;
  circular: ReadonlySet<string>;
} {
  const parents = new Map(branches.map((it) => [it.code, it.parent]));
  const paths = new Map<string, string>();
  const circular = new Set<string>();
  for (const { code } of branches) {
    const way: string[] = [];
    const seen = new Set<string>();
    let at: string | null = code;
    while (at !== null && parents.has(at) && !paths.has(at) && !seen.has(at) && !circular.has(at)) {
      seen.add(at);
      way.push(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && (seen.has(at) || circular.has(at))) {
      for (const it of way) circular.add(it);
      continue;
    }
    let path = at === null ? '' : (paths.get(at) ?? '');
    for (const it of way.toReversed()) {
      path = pathUnder(path, it);
      paths.set(it, path);
    }
  }
  return { paths, circular };
}

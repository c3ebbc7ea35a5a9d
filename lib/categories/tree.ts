import type { FormProblem } from '@/lib/forms';

/** City regulations know three levels of subjects; a fourth would not be found by anybody. */
export const mostLevels = 3;

export interface CategoryRow {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  parentId: string | null;
  /** Codes from the root down, each followed by '/'. */
  path: string;
  retiredAt: Date | null;
  mergedIntoId: string | null;
}

type Tree = readonly CategoryRow[];

/** 1 for a root. */
export const levelOf = ({ path }: Pick<CategoryRow, 'path'>): number => path.split('/').length - 1;

const isWithin = (inner: CategoryRow, outer: CategoryRow): boolean =>
  inner.path.startsWith(outer.path);

/** The category itself and all beneath it. */
export const branchOf = (tree: Tree, top: CategoryRow): CategoryRow[] =>
  tree.filter((it) => isWithin(it, top));

/** How many levels the category and what lies beneath it take. */
const heightOf = (tree: Tree, top: CategoryRow): number =>
  Math.max(...branchOf(tree, top).map(levelOf)) - levelOf(top) + 1;

const refuse = (field: string | null, code: string, values?: FormProblem['values']) => [
  values ? { field, code, values } : { field, code },
];

/** Two categories of one name under the same parent cannot be told apart. */
function nameTaken(tree: Tree, parentId: string | null, name: string, but?: string): boolean {
  return tree.some((it) => it.parentId === parentId && it.name === name && it.id !== but);
}

export function whyNotAdd(tree: Tree, name: string, parent: CategoryRow | null): FormProblem[] {
  if (parent?.retiredAt) return refuse('parentId', 'parentRetired');
  if (parent && levelOf(parent) >= mostLevels) {
    return refuse('parentId', 'tooDeep', { most: mostLevels });
  }
  return nameTaken(tree, parent?.id ?? null, name) ? refuse('name', 'nameTaken') : [];
}

export function whyNotRename(tree: Tree, own: CategoryRow, name: string): FormProblem[] {
  return nameTaken(tree, own.parentId, name, own.id) ? refuse('name', 'nameTaken') : [];
}

export function whyNotMove(
  tree: Tree,
  own: CategoryRow,
  parent: CategoryRow | null,
): FormProblem[] {
  if (parent && isWithin(parent, own)) return refuse('parentId', 'ownBranch');
  if (own.parentId === (parent?.id ?? null)) return refuse('parentId', 'alreadyThere');
  if (parent?.retiredAt && !own.retiredAt) return refuse('parentId', 'parentRetired');
  if ((parent ? levelOf(parent) : 0) + heightOf(tree, own) > mostLevels) {
    return refuse('parentId', 'tooDeep', { most: mostLevels });
  }
  return nameTaken(tree, parent?.id ?? null, own.name) ? refuse('parentId', 'nameTaken') : [];
}

/** A category is out of use only when everything beneath it is. */
export function whyNotRetire(tree: Tree, own: CategoryRow): FormProblem[] {
  if (own.retiredAt) return refuse(null, 'alreadyRetired');
  const active = branchOf(tree, own).filter((it) => it.id !== own.id && !it.retiredAt);
  return active.length > 0 ? refuse(null, 'activeChildren', { count: active.length }) : [];
}

export function whyNotRestore(tree: Tree, own: CategoryRow): FormProblem[] {
  if (!own.retiredAt) return refuse(null, 'notRetired');
  const parent = tree.find((it) => it.id === own.parentId);
  return parent?.retiredAt ? refuse(null, 'parentRetired') : [];
}

export function whyNotMerge(tree: Tree, own: CategoryRow, into: CategoryRow): FormProblem[] {
  if (into.id === own.id) return refuse('intoId', 'intoItself');
  if (into.retiredAt) return refuse('intoId', 'intoRetired');
  const blocked = whyNotRetire(tree, own);
  // Its own ancestor may take it over: that one stays in use.
  return blocked.map((it) => ({ ...it, field: null }));
}

/** New paths of a branch that hangs under another parent from now on. */
export function movedPaths(
  tree: Tree,
  own: CategoryRow,
  parent: CategoryRow | null,
): { id: string; path: string }[] {
  const head = `${parent?.path ?? ''}${own.code}/`;
  return branchOf(tree, own).map(({ id, path }) => ({
    id,
    path: head + path.slice(own.path.length),
  }));
}

/** A code nobody has had: people name categories, the system numbers them. */
export function nextCodes(codes: Iterable<string>, count: number): string[] {
  let last = 0;
  for (const code of codes) last = Math.max(last, Number(/^c(\d{4,9})$/.exec(code)?.[1] ?? 0));
  return Array.from(
    { length: count },
    (_, index) => `c${String(last + index + 1).padStart(4, '0')}`,
  );
}

/** In the order of the tree: a parent, then what is beneath it. */
export const inTreeOrder = <Row extends Pick<CategoryRow, 'path'>>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));

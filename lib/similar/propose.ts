import type { CategoryRow } from '@/lib/categories/tree';
import { categoryWords } from './category-words';
import { rarityOf, segment } from './segment';
import type { Matter } from './words';

/** A past case that is like it, and what it was filed under. */
export interface Neighbour {
  caseNumber: string;
  categoryId: string | null;
  score: number;
}

export interface Proposal {
  categoryId: string;
  /** 0 to 1: how much of all that was found speaks for it, less where little was found. */
  confidence: number;
  /** Words of the text that stand for the category. */
  words: string[];
  /** Past cases like it that have the category, the nearest first. */
  cases: string[];
}

/** Below this a category is a guess, such as from one word alone, and nothing is built on it. */
export const leastSure = 0.65;

/** How much a past case weighs beside words, each by the square of its likeness. */
const perCase = 6;
const inTitle = 2.5;
/** Words of a class say less of what lies within it. */
const fromAbove = 0.4;
/** A second subject as likely as this, and only what both lie under is proposed. */
const tooClose = 0.8;

type Tree = readonly CategoryRow[];

/** What speaks for one category: points of each word, and of past cases. */
interface Evidence {
  words: Map<string, number>;
  cases: number;
}

/**
 * Which category a text belongs to: by words that stand for categories, which an empty database knows too,
 * and by what cases like it were filed under. Null where nothing speaks for any.
 */
export function proposeCategory(
  tree: Tree,
  { title, what }: Pick<Matter, 'title' | 'what'>,
  neighbours: readonly Neighbour[] = [],
): Proposal | null {
  const offered = tree.filter((it) => !it.retiredAt);
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const text = { title: plain(title), what: plain(what) };
  const found = new Map<string, Evidence>(
    offered.map((it) => [it.id, { words: wordsIn(text, it), cases: votesFor(it, neighbours) }]),
  );
  const beneath = (top: CategoryRow) => offered.filter((it) => it.path.startsWith(top.path));
  const points = (top: CategoryRow) => pointsOf(beneath(top).map((it) => found.get(it.id)));

  const all = offered.filter((it) => !it.parentId).map((it) => [it, points(it)] as const);
  const sum = all.reduce((total, [, it]) => total + it, 0);
  if (sum === 0) return null;
  let [best, most] = all.reduce((one, other) => (other[1] > one[1] ? other : one));
  const confidence = (most / sum) * (1 - Math.exp(-most / 2));
  // Down the tree as far as one branch stands out.
  for (;;) {
    const children = offered
      .filter((it) => it.parentId === best.id)
      .map((it) => [it, points(it)] as const)
      .sort((a, b) => b[1] - a[1]);
    const [first, second] = children;
    if (!first || first[1] < most * fromAbove) break;
    if (second && second[1] > first[1] * tooClose) break;
    [best, most] = first;
  }
  const within = new Set(beneath(best).map((it) => it.id));
  const words = new Map([...within].flatMap((id) => [...(found.get(id)?.words ?? [])]));
  for (let above = parentOf(best, offered); above; above = parentOf(above, offered)) {
    for (const [word, it] of found.get(above.id)?.words ?? []) words.set(word, it * fromAbove);
  }
  return {
    categoryId: best.id,
    confidence,
    words: [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word),
    cases: neighbours
      .filter((it) => it.categoryId && within.has(it.categoryId))
      .toSorted((a, b) => b.score - a.score)
      .map((it) => it.caseNumber),
  };
}

const parentOf = (it: CategoryRow, tree: Tree): CategoryRow | undefined =>
  tree.find((other) => other.id === it.parentId);

/** A word that stands for several categories of a branch counts once. */
function pointsOf(branch: readonly (Evidence | undefined)[]): number {
  const words = new Map<string, number>();
  let cases = 0;
  for (const it of branch) {
    cases += it?.cases ?? 0;
    for (const [word, points] of it?.words ?? []) {
      words.set(word, Math.max(words.get(word) ?? 0, points));
    }
  }
  return [...words.values()].reduce((sum, it) => sum + it, cases);
}

/** Its own name, the words in it, and those we know people use for it. */
const termsOf = (() => {
  const known = new Map<string, { word: string; weight: number }[]>();
  return ({ code, name }: CategoryRow) => {
    const key = `${code} ${name}`;
    const found = known.get(key);
    if (found) return found;
    const parts = segment(name.normalize('NFKC').toLowerCase()).map((it) => it.word);
    const words = [name.toLowerCase(), ...parts, ...(categoryWords[code] ?? '').split(/\s+/)];
    const terms = [...new Set(words)]
      .filter((word) => word.length > 1)
      .map((word) => ({ word, weight: rarityOf(word) / 9 }));
    known.set(key, terms);
    return terms;
  };
})();

function wordsIn(text: { title: string; what: string }, row: CategoryRow): Map<string, number> {
  const words = new Map<string, number>();
  for (const { word, weight } of termsOf(row)) {
    if (text.title.includes(word)) words.set(word, weight * inTitle);
    else if (text.what.includes(word)) words.set(word, weight);
  }
  return words;
}

const votesFor = ({ id }: CategoryRow, neighbours: readonly Neighbour[]): number =>
  neighbours
    .filter((it) => it.categoryId === id)
    .reduce((sum, it) => sum + perCase * it.score ** 2, 0);

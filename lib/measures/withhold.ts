/**
 * What the public may be told of small numbers (k ≥ 5): a number from one to four is shown nowhere, nor can it
 * be worked out from what is shown. Nought points at nobody and is shown.
 */
const fewestShown = 5;

const isSmall = (n: number): boolean => n > 0 && n < fewestShown;

/** One row: numbers that add up to what is printed of it, for a month and for the twelve it ends. */
export interface Parts {
  month: readonly number[];
  year: readonly number[];
}

/** The year includes the month, so whoever reads both knows the eleven months before. */
export type Extent = 'both' | 'year' | 'nothing';

export interface Telling {
  /** How much of each row is shown. */
  rows: Extent[];
  /** How much of their sum is shown. */
  all: Extent;
}

/**
 * Rows with a small part are withheld whole, since their sum and their other parts would give it away. As the
 * sum of all rows is shown, so many of the smallest others are withheld with them that there are two at least
 * and that no sum over those withheld is small. Where this cannot be had, nothing is shown.
 *
 * A month stands beside its year only where the eleven months before bear it too. Held by
 * tests/lib/measures/withhold.test.ts: whatever is withheld, other numbers would look the same.
 */
export function withhold(rows: readonly Parts[]): Telling {
  const year = hide(rows.map((it) => it.year));
  const each = rows.map(({ month, year: whole }) => [
    ...month,
    ...whole.map((n, part) => n - (month[part] ?? 0)),
  ]);
  const month = hide(each, year.hidden);
  const extent = (yearShown: boolean, monthShown: boolean): Extent =>
    yearShown ? (monthShown ? 'both' : 'year') : 'nothing';
  return {
    rows: rows.map((_, at) => extent(!year.hidden.has(at), !month.hidden.has(at))),
    all: extent(year.sum, month.sum),
  };
}

interface Hidden {
  hidden: ReadonlySet<number>;
  /** Whether the sum of all may be shown. */
  sum: boolean;
}

function hide(
  rows: readonly (readonly number[])[],
  before: ReadonlySet<number> = new Set(),
): Hidden {
  const total = (at: number) => (rows[at] ?? []).reduce((sum, n) => sum + n, 0);
  const hidden = new Set(
    [...rows.keys()].filter((at) => before.has(at) || rows[at]?.some(isSmall)),
  );
  const others = [...rows.keys()]
    .filter((at) => !hidden.has(at) && total(at) > 0)
    .sort((one, other) => total(one) - total(other));
  while (hidden.size > 0 && givesAway(rows, hidden)) {
    const next = others.shift();
    if (next === undefined) return { hidden, sum: false };
    hidden.add(next);
  }
  return { hidden, sum: true };
}

/** What is left when all rows shown are taken from the sum says too much. */
function givesAway(rows: readonly (readonly number[])[], hidden: ReadonlySet<number>): boolean {
  const parts = rows[0]?.keys() ?? [];
  const left = (part: number) => [...hidden].reduce((sum, at) => sum + (rows[at]?.[part] ?? 0), 0);
  return hidden.size < 2 || [...parts].some((part) => isSmall(left(part)));
}

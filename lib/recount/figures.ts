import { isMeasureKey, type Origin, origins } from '@/lib/measures/define';
import { type Tally, tallyOf } from '@/lib/measures/tally';
import { type RecountedKey, recountedKeys } from './recounted-keys';
import type { RowCount } from './results';

/** A unit as it stands in the tree. */
export interface RecountedUnit {
  id: string;
  code: string;
  path: string;
}

/** One figure as the pages show it and as the log has it. */
export interface Figure {
  measure: RecountedKey;
  /** 'YYYY-MM' */
  month: string;
  /** Code of the unit; null: the county. */
  unit: string | null;
  /** With all below it. */
  subtree: boolean;
  origin: Origin;
  published: Tally;
  recounted: Tally;
  /** What of it is left out after exclusions, on either side. */
  leftOut: { published: Tally; recounted: Tally };
  differs: boolean;
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Counted by what the log says is a yes, not by what lib/measures says. */
function fromLog(rows: readonly RowCount[]): Tally {
  const total: Tally = { due: 0, answered: 0, yes: 0, late: 0, heard: 0, heardYes: 0 };
  for (const { answer, heard, late, yes, heardYes, recounted: n } of rows) {
    total.due += n;
    if (answer !== null) {
      total.answered += n;
      total.yes += yes ? n : 0;
      total.late += late ? n : 0;
    }
    if (heard !== null) {
      total.heard += n;
      total.heardYes += heardYes ? n : 0;
    }
  }
  return total;
}

/** What stands on a list has no answer: it is there or not. */
function asPublished(rows: readonly RowCount[]): Tally {
  const told = tallyOf(
    rows.flatMap(({ measure, ...it }) =>
      isMeasureKey(measure) ? [{ ...it, measure, n: it.published }] : [],
    ),
  );
  const listed = rows.reduce((n, it) => n + (isMeasureKey(it.measure) ? 0 : it.published), 0);
  return { ...told, due: told.due + listed };
}

const isUnlike = ({ published, recounted }: Pick<Figure, 'published' | 'recounted'>): boolean =>
  Object.keys(published).some(
    (it) => published[it as keyof Tally] !== recounted[it as keyof Tally],
  );

function figure(
  key: Omit<Figure, 'published' | 'recounted' | 'leftOut' | 'differs'>,
  rows: readonly RowCount[],
): Figure {
  const both = (of: readonly RowCount[]) => ({
    published: asPublished(of),
    recounted: fromLog(of),
  });
  const [whole, leftOut] = [both(rows), both(rows.filter((it) => it.leftOut))];
  return { ...key, ...whole, leftOut, differs: isUnlike(whole) || isUnlike(leftOut) };
}

/**
 * Every figure there is: of the county, of each unit alone and, where others lie below it, with them; for each month,
 * measure and origin. Those without any row are left out.
 */
export function figuresOf(counts: readonly RowCount[], units: readonly RecountedUnit[]): Figure[] {
  const groups = groupBy(counts, (it) => `${it.month} ${it.measure} ${it.origin}`);
  const months = [...new Set(counts.map((it) => it.month))].sort();
  const tree = units.map(({ id, code, path }) => {
    const below = units.filter((it) => it.id !== id && it.path.startsWith(path));
    return { id, code, below: below.map((it) => it.id) };
  });
  const figures: Figure[] = [];
  for (const month of months) {
    for (const measure of recountedKeys) {
      for (const origin of origins) {
        const rows = groups.get(`${month} ${measure} ${origin}`);
        if (!rows) continue;
        const key = { measure, month, origin };
        figures.push(figure({ ...key, unit: null, subtree: true }, rows));
        const byUnit = groupBy(rows, (it) => it.unitId);
        for (const { id, code, below } of tree) {
          const own = byUnit.get(id) ?? [];
          const under = below.flatMap((it) => byUnit.get(it) ?? []);
          if (own.length > 0) figures.push(figure({ ...key, unit: code, subtree: false }, own));
          if (under.length > 0)
            figures.push(figure({ ...key, unit: code, subtree: true }, [...own, ...under]));
        }
      }
    }
  }
  return figures;
}

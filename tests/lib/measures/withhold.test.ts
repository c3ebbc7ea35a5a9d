import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Parts, withhold } from '@/lib/measures/withhold';

/** Everything a reader is told of these numbers, when shown to this extent: rows and the sum of all. */
function told(rows: readonly Parts[], { rows: extents, all }: ReturnType<typeof withhold>) {
  const seen = ({ month, year }: Parts, extent: string) => ({
    month: extent === 'both' ? month : null,
    year: extent === 'nothing' ? null : year,
  });
  const sum = (kind: keyof Parts) =>
    (rows[0]?.[kind] ?? []).map((_, part) =>
      rows.reduce((all, row) => all + (row[kind][part] ?? 0), 0),
    );
  return {
    rows: rows.map((row, at) => seen(row, extents[at] ?? 'nothing')),
    all: seen({ month: sum('month'), year: sum('year') }, all),
  };
}

/** Other numbers in which `part` of row `at` differs: one is moved, within a row or between two. */
function* others(rows: readonly Parts[], at: number, part: number): Generator<Parts[]> {
  const deltas = [-1, 0, 1];
  const move = (row: Parts | undefined, month: number, earlier: number): Parts => ({
    month: (row?.month ?? []).map((n, it) => (it === part ? n + month : n)),
    year: (row?.year ?? []).map((n, it) => (it === part ? n + month + earlier : n)),
  });
  for (const month of deltas) {
    for (const earlier of deltas) {
      if (month === 0 && earlier === 0) continue;
      for (const from of [null, ...rows.keys()]) {
        if (from === at) continue;
        yield rows.map((row, it) =>
          it === at ? move(row, month, earlier) : it === from ? move(row, -month, -earlier) : row,
        );
      }
    }
  }
}

const possible = (rows: readonly Parts[]) =>
  rows.every(({ month, year }) => month.every((n, part) => n >= 0 && (year[part] ?? 0) >= n));

/** Of each kind of number: in the month, in the year, in the eleven months before. */
const readings = [
  (row: Parts | undefined, part: number) => row?.month[part] ?? 0,
  (row: Parts | undefined, part: number) => row?.year[part] ?? 0,
  (row: Parts | undefined, part: number) => (row?.year[part] ?? 0) - (row?.month[part] ?? 0),
];

const isSmall = (n: number) => n >= 1 && n <= 4;

/** The small numbers that can be worked out from what is told, by leaving no other possibility. */
function workedOut(rows: readonly Parts[], telling: ReturnType<typeof withhold>): string[] {
  const shown = JSON.stringify(told(rows, telling));
  return rows.flatMap((row, at) =>
    row.month.flatMap((_, part) =>
      readings.flatMap((read, kind) => {
        if (!isSmall(read(row, part))) return [];
        for (const other of others(rows, at, part)) {
          const differs = read(other[at], part) !== read(row, part);
          if (differs && possible(other) && JSON.stringify(told(other, telling)) === shown)
            return [];
        }
        return [`row ${at} part ${part} kind ${kind}`];
      }),
    ),
  );
}

const count = fc.oneof(fc.nat(7), fc.constant(0), fc.nat(60));

const table = (parts: number) =>
  fc.array(
    fc
      .tuple(
        fc.array(count, { minLength: parts, maxLength: parts }),
        fc.array(count, { minLength: parts, maxLength: parts }),
      )
      .map(
        ([month, earlier]): Parts => ({
          month,
          year: month.map((n, part) => n + (earlier[part] ?? 0)),
        }),
      ),
    { maxLength: 9 },
  );

it.each([1, 2, 3])('no number under five can be worked out of rows with %i parts', (parts) => {
  fc.assert(
    fc.property(table(parts), (rows) => {
      expect(workedOut(rows, withhold(rows))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

it('the sums of two tables of the same cases are shown or withheld together', () => {
  // One case after another, each in a row of either table, in the month or before.
  const cases = fc.array(fc.record({ one: fc.nat(4), other: fc.nat(3), month: fc.boolean() }), {
    maxLength: 60,
  });
  const tableOf = (all: { row: number; month: boolean }[], rows: number): Parts[] =>
    Array.from({ length: rows }, (_, at) => {
      const here = all.filter(({ row }) => row === at);
      return { month: [here.filter(({ month }) => month).length], year: [here.length] };
    });
  fc.assert(
    fc.property(cases, (all) => {
      const one = tableOf(
        all.map(({ one, month }) => ({ row: one, month })),
        5,
      );
      const other = tableOf(
        all.map(({ other, month }) => ({ row: other, month })),
        4,
      );
      expect(withhold(one).all).toBe(withhold(other).all);
    }),
    { numRuns: 600 },
  );
});

it('the proof would notice what is shown too freely', () => {
  const row = (month: number, year: number): Parts => ({ month: [month], year: [year] });
  const rows = [row(20, 200), row(3, 60), row(30, 300)];
  expect(workedOut(rows, { rows: ['both', 'both', 'both'], all: 'both' })).not.toEqual([]);
  // The sum less the others is the one withheld.
  expect(workedOut(rows, { rows: ['both', 'year', 'both'], all: 'both' })).not.toEqual([]);
});

it('withholds the small, one beside it, and nothing where all are large or nought', () => {
  const row = (month: number, year: number): Parts => ({ month: [month], year: [year] });
  expect(withhold([row(20, 200), row(3, 60), row(30, 300), row(0, 0)])).toEqual({
    rows: ['year', 'year', 'both', 'both'],
    all: 'both',
  });
  expect(withhold([row(20, 200), row(8, 8)]).rows).toEqual(['both', 'both']);
  expect(withhold([row(2, 3)])).toEqual({ rows: ['nothing'], all: 'nothing' });
  expect(withhold([])).toEqual({ rows: [], all: 'both' });
});

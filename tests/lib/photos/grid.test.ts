import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksIn, cellsWord } from '@/lib/photos/blocks';
import { between, finesses, gridOf } from '@/lib/photos/grid';

const side = fc.integer({ min: 1, max: 2000 });

describe('the grid over a picture', () => {
  it('is 12 × 9 over a picture of 4:3, 9 × 12 over one that stands, twice as fine if asked', () => {
    expect(gridOf({ width: 2000, height: 1500 }, 12)).toEqual({ columns: 12, rows: 9 });
    expect(gridOf({ width: 1500, height: 2000 }, 12)).toEqual({ columns: 9, rows: 12 });
    expect(gridOf({ width: 2000, height: 1500 }, 24)).toEqual({ columns: 24, rows: 18 });
    expect(gridOf({ width: 2000, height: 2 }, 12)).toEqual({ columns: 12, rows: 1 });
  });

  it('a part drawn from any corner to the other is the same, and has as many cells as its sides say', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(...finesses),
        fc.nat(),
        fc.nat(),
        (w, h, across, a, b) => {
          const { columns, rows } = gridOf({ width: w, height: h }, across);
          const [one, other] = [a % (columns * rows), b % (columns * rows)];
          const cells = between(one, other, columns);
          expect(cells).toEqual(between(other, one, columns));
          const wide = Math.abs((one % columns) - (other % columns)) + 1;
          const high = Math.abs(Math.floor(one / columns) - Math.floor(other / columns)) + 1;
          expect(cells).toHaveLength(wide * high);
          expect(new Set(cells).size).toBe(cells.length);
          for (const it of [one, other]) expect(cells).toContain(it);
        },
      ),
    );
  });
});

describe('blocks as a form names them', () => {
  const sides = { width: 400, height: 300 };

  it('one, many, or many in one value; each once, in order', () => {
    expect(blocksIn({ cell: '3' }, sides)).toEqual({ across: 12, cells: [3] });
    expect(blocksIn({ across: '24', cell: ['7', '3', '7'] }, sides)).toEqual({
      across: 24,
      cells: [3, 7],
    });
    const blocks = blocksIn({ cell: '9.1.4' }, sides);
    expect(blocks).toEqual({ across: 12, cells: [1, 4, 9] });
    expect(blocksIn({ cell: cellsWord({ cells: [1, 4, 9] }) }, sides)).toEqual(blocks);
    expect(blocksIn({}, sides)).toEqual({ across: 12, cells: [] });
    expect(blocksIn({ cell: '' }, sides)).toEqual({ across: 12, cells: [] });
  });

  it.each([
    [{ cell: '108' }],
    [{ cell: '-1' }],
    [{ cell: '1e1' }],
    [{ cell: 'x' }],
    [{ across: '13' }],
    [{ across: ['12', '24'] }],
    [{ cell: Array.from({ length: 600 }, () => '1') }],
  ])('what is no cell of the picture is none: %j', (given) => {
    expect(blocksIn(given, sides)).toBeNull();
  });
});

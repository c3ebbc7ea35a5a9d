import { z } from 'zod';
import { type Across, finesses, gridOf, type Sides } from './grid';

/** What is covered of a picture: cells of the grid over it, counted row by row from the upper left. */
export interface Blocks {
  across: Across;
  cells: readonly number[];
}

const listed = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((it) => (typeof it === 'string' ? it.split('.') : []))
    .filter((it) => it !== '');

const asked = z.object({
  across: z.preprocess(
    (it) => (it === undefined ? '12' : it),
    z.enum(finesses.map(String) as ['12', '24']),
  ),
  cell: z.preprocess(listed, z.array(z.string().regex(/^\d{1,3}$/)).max(24 * 24)),
});

/**
 * Blocks as a form or an address names them: `across`, and `cell` any number of times, each one or several
 * parted by full stops. Null where they are no cells of this picture.
 */
export function blocksIn(given: Record<string, unknown>, sides: Sides): Blocks | null {
  const read = asked.safeParse({ across: given.across, cell: given.cell });
  if (!read.success) return null;
  const across = read.data.across === '24' ? 24 : 12;
  const { columns, rows } = gridOf(sides, across);
  const cells = [...new Set(read.data.cell.map(Number))].sort((a, b) => a - b);
  return cells.every((it) => it < columns * rows) ? { across, cells } : null;
}

/** The same as one value of a form. */
export const cellsWord = ({ cells }: Pick<Blocks, 'cells'>): string => cells.join('.');

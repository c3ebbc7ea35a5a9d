/** Squares along the longer side of a picture: large ones, and small ones for what stands far off. */
export const finesses = [12, 24] as const;
export type Across = (typeof finesses)[number];

export interface Grid {
  columns: number;
  rows: number;
}

/** In pixels. */
export interface Sides {
  width: number;
  height: number;
}

/** The grid over a picture of these sides: cells as square as whole numbers of them allow. */
export function gridOf({ width, height }: Sides, across: Across): Grid {
  const other = Math.max(
    1,
    Math.round((across * Math.min(width, height)) / Math.max(width, height)),
  );
  return width >= height ? { columns: across, rows: other } : { columns: other, rows: across };
}

/** Cells of the rectangle between two of them. */
export function between(one: number, other: number, columns: number): number[] {
  const [left, right] = inOrder(one % columns, other % columns);
  const [top, bottom] = inOrder(Math.floor(one / columns), Math.floor(other / columns));
  const cells: number[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.push(row * columns + column);
  }
  return cells;
}

const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

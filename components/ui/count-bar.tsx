type CountBarProps = {
  n: number;
  /** The greatest of all rows: the whole width. */
  most: number;
};

/** One row's count against the greatest, for the cell of a table. The number beside it says the same. */
export function CountBar({ n, most }: CountBarProps) {
  const width = most > 0 ? Math.round((1000 * n) / most) / 10 : 0;
  return (
    <svg className="count-bar" aria-hidden="true" focusable="false">
      <rect className="block" x="0" y="0" width={`${width}%`} height="8" />
      <line className="line" x1="0" x2="0" y1="0" y2="8" />
    </svg>
  );
}

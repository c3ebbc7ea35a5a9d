type IntervalLineProps = {
  value: number;
  interval: readonly [number, number];
  /** An upright line for what all rows have together. */
  whole: number | null;
};

/** One row's share with its interval on a scale from 0 to 100 %, for the cell of a table. The words say the same. */
export function IntervalLine({ value, interval: [low, high], whole }: IntervalLineProps) {
  return (
    <svg className="interval-line" aria-hidden="true" focusable="false">
      <line className="line" x1="0" x2="100%" y1="12" y2="12" />
      <line className="line" x1="0" x2="0" y1="8" y2="16" />
      <line className="line" x1="50%" x2="50%" y1="9" y2="15" />
      <line className="line" x1="100%" x2="100%" y1="8" y2="16" />
      <rect
        className="block"
        x={`${round(low)}%`}
        y="5"
        width={`${round(high - low)}%`}
        height="14"
      />
      {whole !== null && (
        <line className="whole" x1={`${round(whole)}%`} x2={`${round(whole)}%`} y1="0" y2="24" />
      )}
      <line className="now" x1={`${round(value)}%`} x2={`${round(value)}%`} y1="3" y2="21" />
    </svg>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;

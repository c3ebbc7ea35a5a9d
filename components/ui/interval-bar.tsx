type IntervalBarProps = {
  value: number;
  interval: readonly [number, number];
  before?: number | undefined;
  /** Where the axis starts, in per cent: one for all that stand side by side. */
  from: 0 | 40;
};

/** Rates of this kind begin at 40 %; where any lies below, the axis is whole. */
export const axisFrom = (lowest: number): 0 | 40 => (lowest < 40 ? 0 : 40);

const left = 4;
const width = 232;

/** Solid: now. Block: 95 % interval. Dashed: the period before. The words beside it say the same. */
export function IntervalBar({ value, interval, before, from: start }: IntervalBarProps) {
  const [low, high] = interval;
  const x = (percent: number) => round(left + (width * (percent - start)) / (100 - start));
  const ticks = start === 0 ? [0, 25, 50, 75, 100] : [40, 60, 80, 100];
  return (
    <svg viewBox="0 0 240 44" aria-hidden="true" focusable="false">
      <line className="line" x1={left} x2={left + width} y1="14" y2="14" />
      {ticks.map((tick, index) => (
        <g key={tick}>
          <path className="line" d={`M${x(tick)} 10v8`} />
          <text className="tick" x={x(tick)} y="38" fontSize="12" textAnchor={anchorOf(index)}>
            {tick}%
          </text>
        </g>
      ))}
      <rect className="block" x={x(low)} y="5" width={round(x(high) - x(low))} height="18" />
      <path className="now" d={`M${x(value)} 2v24`} strokeWidth="3" />
      {before !== undefined && (
        <path className="before" d={`M${x(before)} 1v26`} strokeWidth="1.5" strokeDasharray="3 2" />
      )}
    </svg>
  );

  function anchorOf(index: number) {
    if (index === 0) return 'start';
    return index === ticks.length - 1 ? 'end' : 'middle';
  }
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** One period: a share with its interval in per cent, or a count; null: nothing to draw. */
export interface ChartStep {
  key: string;
  value: number | null;
  interval?: readonly [number, number] | undefined;
  /** Written under the axis where there is room: the first, the middle and the last. */
  label: string;
}

type StepChartProps = {
  /** What the drawing says, in words. */
  name: string;
  steps: readonly ChartStep[];
  /** Shares stand on a scale from 0 to 100 %, counts from 0 to the greatest. */
  kind: 'share' | 'count';
};

const [left, width, top, height] = [42, 276, 10, 94];

/** Periods side by side: points on their intervals, joined where none between them is missing; or bars. */
export function StepChart({ name, steps, kind }: StepChartProps) {
  const most = kind === 'share' ? 100 : roundUp(Math.max(1, ...steps.map((it) => it.value ?? 0)));
  const slot = width / Math.max(1, steps.length);
  const x = (nth: number) => round(left + slot * (nth + 0.5));
  const y = (value: number) => round(top + height * (1 - value / most));
  const bar = Math.min(14, slot * 0.62);
  const foot = top + height;
  const labelled = new Set([0, Math.floor((steps.length - 1) / 2), steps.length - 1]);
  return (
    <svg className="step-chart" viewBox="0 0 320 128" role="img" aria-label={name}>
      {[0, most / 2, most].map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={left + width} y1={y(tick)} y2={y(tick)} />
          <text x={left - 5} y={y(tick) + 4} textAnchor="end">
            {kind === 'share' ? `${tick}%` : round(tick)}
          </text>
        </g>
      ))}
      {steps.map(({ key, value, interval }, nth) => {
        if (value === null) return null;
        const [low, high] = interval ?? [0, value];
        return (
          <rect
            key={key}
            className={kind}
            x={round(x(nth) - bar / 2)}
            y={y(high)}
            width={round(bar)}
            height={Math.max(0, round(y(low) - y(high)))}
          />
        );
      })}
      {kind === 'share' && (
        <>
          <path className="course" d={courseOf(steps, x, y)} />
          {steps.map(({ key, value }, nth) =>
            value === null ? null : <circle key={key} cx={x(nth)} cy={y(value)} r="3" />,
          )}
        </>
      )}
      <line className="axis" x1={left} x2={left + width} y1={foot} y2={foot} />
      {steps.map(({ key, label }, nth) =>
        labelled.has(nth) ? (
          <text key={key} x={x(nth)} y={foot + 18} textAnchor={anchorOf(nth, steps.length)}>
            {label}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** A line from each step to the next; a missing one leaves a gap. */
function courseOf(
  steps: readonly ChartStep[],
  x: (nth: number) => number,
  y: (value: number) => number,
): string {
  return steps
    .map(({ value }, nth) => {
      if (value === null) return '';
      const begins = nth === 0 || steps[nth - 1]?.value === null;
      return `${begins ? 'M' : 'L'}${x(nth)} ${y(value)}`;
    })
    .join('');
}

function anchorOf(nth: number, all: number): 'start' | 'middle' | 'end' {
  if (nth === all - 1) return 'end';
  return nth === 0 ? 'start' : 'middle';
}

/** 2, 4 or 10 with noughts: halves are whole. */
function roundUp(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most));
  return Math.max(2, unit * ([1, 2, 4, 6, 8, 10].find((it) => it * unit >= most) ?? 10));
}

const round = (n: number): number => Math.round(n * 10) / 10;

type Standing = 'inside' | 'low' | 'high' | 'veryLow' | 'veryHigh';

/** Everything in per cent but `answered`. */
interface PlotPoint {
  key: string;
  href: string;
  /** The whole figure in words. */
  name: string;
  /** Written beside the point where it lies outside the limits. */
  label: string;
  answered: number;
  value: number;
  standing: Standing;
}

interface PlotLimits {
  answered: number;
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}

type FunnelPlotProps = {
  /** Id of the words that name the drawing. */
  labelledBy: string;
  points: readonly PlotPoint[];
  curve: readonly PlotLimits[];
  average: number;
};

/** Height of the field of points, px; its width is that of the page. */
const height = 248;
const above = 12;

/**
 * Points around what they have together, with limits of chance. Places are shares of the width, and text keeps
 * its size: on a telephone the plot is narrow, neither small nor cut off. No script, and each point a link.
 */
export function FunnelPlot({ labelledBy, points, curve, average }: FunnelPlotProps) {
  const scale = scaleOf(points, average);
  const labels = labelsOf(points, scale);
  return (
    <div className="funnel">
      <svg className="scale" aria-hidden="true" focusable="false">
        {scale.yTicks.map((tick) => (
          <text key={tick} x="100%" y={above + scale.y(tick) + 5} textAnchor="end">
            {tick}%
          </text>
        ))}
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links within a drawing has no element. */}
      <svg className="plot" role="group" aria-labelledby={labelledBy}>
        <Bands curve={curve} scale={scale} />
        <Axes average={average} scale={scale} />
        {points.map((point) => (
          <Mark key={point.key} point={point} label={labels.get(point.key)} scale={scale} />
        ))}
      </svg>
    </div>
  );
}

interface Scale {
  /** Per cent of the width. */
  x(answered: number): number;
  /** Px from the top of the field. */
  y(percent: number): number;
  xTicks: number[];
  yTicks: number[];
}

/** From a round share below every point; to a round number of answers beyond the last. */
function scaleOf(points: readonly PlotPoint[], average: number): Scale {
  const lowest = Math.min(average, ...points.map((it) => it.value));
  const from = lowest > 65 ? 60 : lowest > 45 ? 40 : 0;
  const yStep = from === 0 ? 25 : (100 - from) / 4;
  const most = Math.max(...points.map((it) => it.answered));
  const xStep = roundStep(most / 3);
  const end = most * 1.04;
  return {
    x: (answered) => round((100 * answered) / end),
    y: (percent) => round((height * (100 - percent)) / (100 - from)),
    xTicks: Array.from({ length: Math.floor(end / xStep) + 1 }, (_, at) => at * xStep),
    yTicks: Array.from({ length: 5 }, (_, at) => 100 - at * yStep).filter((it) => it >= from),
  };
}

/** 1, 2 or 5 with noughts, and no less than asked. */
function roundStep(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return unit * ([1, 2, 5, 10].find((it) => it * unit >= least) ?? 10);
}

/** In a field of a hundred by a hundred, stretched over the plot: what lies beyond it is cut off. */
function Bands({ curve, scale }: Pick<FunnelPlotProps, 'curve'> & { scale: Scale }) {
  const line = (which: Exclude<keyof PlotLimits, 'answered'>) =>
    curve.map((it) => `${scale.x(it.answered)} ${round((100 * scale.y(it[which])) / height)}`);
  const [low95, high95] = [line('low95'), line('high95')];
  const [low998, high998] = [line('low998'), line('high998')];
  const open = (to: string[]) => `M${to.join('L')}`;
  const ring = (there: string[], back: string[]) => `${open([...there, ...back.toReversed()])}Z`;
  return (
    <svg
      y={above}
      width="100%"
      height={height}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className="wide" d={ring(low998, high998)} />
      <path className="band" d={ring(low95, high95)} />
      {[low998, high998].map((it) => (
        <path key={it[0]} className="limit-998" d={open(it)} vectorEffect="non-scaling-stroke" />
      ))}
      {[low95, high95].map((it) => (
        <path key={it[0]} className="limit-95" d={open(it)} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

function Axes({ average, scale }: { average: number; scale: Scale }) {
  const [foot, middle] = [above + height, above + scale.y(average)];
  const last = scale.xTicks.at(-1);
  return (
    <svg width="100%" height="100%" overflow="visible" aria-hidden="true" focusable="false">
      <line className="axis" x1="0" x2="0" y1={above} y2={foot} />
      <line className="axis" x1="0" x2="100%" y1={foot} y2={foot} />
      <line className="average" x1="0" x2="100%" y1={middle} y2={middle} />
      {scale.xTicks.map((tick) => (
        <g key={tick}>
          <line
            className="axis"
            x1={`${scale.x(tick)}%`}
            x2={`${scale.x(tick)}%`}
            y1={foot}
            y2={foot + 5}
          />
          <text x={`${scale.x(tick)}%`} y={foot + 22} textAnchor={anchorOf(tick)}>
            {tick}
          </text>
        </g>
      ))}
    </svg>
  );

  function anchorOf(tick: number) {
    if (tick === 0) return 'start';
    return tick === last && scale.x(tick) > 92 ? 'end' : 'middle';
  }
}

interface Label {
  /** Px above or below the point. */
  shift: number;
  /** On which side of it the words end. */
  side: 'left' | 'right';
}

interface Box {
  from: number;
  to: number;
  y: number;
}

const lineOfText = 17;
/** Width of the field on the narrowest screens, px: what does not collide there collides nowhere. */
const narrow = 280;
const choices: readonly Label[] = ([0, lineOfText, -lineOfText] as const).flatMap((shift) =>
  (['right', 'left'] as const).map((side): Label => ({ shift, side })),
);

/**
 * Which points are named in the drawing, and where: those outside the limits, the furthest first, as long as
 * there is room. The words beneath name all of them.
 */
function labelsOf(points: readonly PlotPoint[], scale: Scale): Map<string, Label> {
  const taken: Box[] = [];
  const labels = new Map<string, Label>();
  const outside = points.filter((it) => it.standing !== 'inside');
  for (const point of [...outside.filter(isFarOut), ...outside.filter((it) => !isFarOut(it))]) {
    const fitting = choices
      .map((label) => ({ label, box: boxOf(point, label, scale) }))
      .find(({ box }) => box.from >= 0 && box.to <= 100 && !taken.some((it) => hit(it, box)));
    if (!fitting) continue;
    taken.push(fitting.box);
    labels.set(point.key, fitting.label);
  }
  return labels;
}

const isFarOut = ({ standing }: PlotPoint) => standing === 'veryLow' || standing === 'veryHigh';

function boxOf({ label, answered, value }: PlotPoint, { shift, side }: Label, scale: Scale): Box {
  const wide = [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 8.5), 14);
  const [x, width] = [scale.x(answered), (100 * wide) / narrow];
  const y = scale.y(value) + shift;
  return side === 'right' ? { from: x, to: x + width, y } : { from: x - width, to: x, y };
}

const hit = (one: Box, other: Box) =>
  one.from < other.to && other.from < one.to && Math.abs(one.y - other.y) < lineOfText;

const shapes: Record<Standing, string> = {
  inside: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z',
  low: 'M-7-5H7L0 7Z',
  veryLow: 'M-7-5H7L0 7Z',
  high: 'M-7 5H7L0-7Z',
  veryHigh: 'M-7 5H7L0-7Z',
};

type MarkProps = { point: PlotPoint; label: Label | undefined; scale: Scale };

function Mark({ point, label, scale }: MarkProps) {
  return (
    <a href={point.href} aria-label={point.name} className={`point ${point.standing}`}>
      <title>{point.name}</title>
      <svg
        x={`${scale.x(point.answered)}%`}
        y={above + scale.y(point.value)}
        overflow="visible"
        aria-hidden="true"
      >
        <circle className="touch" r="12" />
        <path d={shapes[point.standing]} />
        {label && (
          <text
            x={label.side === 'left' ? -12 : 12}
            y={label.shift + 5}
            textAnchor={label.side === 'left' ? 'end' : 'start'}
          >
            {point.label}
          </text>
        )}
      </svg>
    </a>
  );
}

/** The marks of the plot as they stand in its key. */
export function FunnelSign({ sign }: { sign: 'inside' | 'beyond95' | 'beyond998' | LineSign }) {
  return (
    <svg className="funnel-sign" viewBox="-16 -8 32 16" aria-hidden="true" focusable="false">
      {sign === 'inside' && <path className="point inside" d={shapes.inside} />}
      {sign === 'beyond95' && <BothWays low="low" high="high" />}
      {sign === 'beyond998' && <BothWays low="veryLow" high="veryHigh" />}
      {isLine(sign) && <path className={sign} d="M-16 0H16" />}
    </svg>
  );
}

type LineSign = 'average' | 'limit-95' | 'limit-998';
const isLine = (sign: string): sign is LineSign => sign === 'average' || sign.startsWith('limit');

function BothWays({ low, high }: { low: Standing; high: Standing }) {
  return (
    <>
      <path className={`point ${low}`} d={shapes[low]} transform="translate(-8 0)" />
      <path className={`point ${high}`} d={shapes[high]} transform="translate(8 0)" />
    </>
  );
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

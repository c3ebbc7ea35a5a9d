import type { Run } from '../kept-runs';
import { figureOf, type Size, shortOf } from './sizes';

/** One small picture: requests a second of one kind, over the size of the county. */
interface Panel {
  title: string;
  /** Of ours; null where a run does not hold it. */
  read(run: Run): number | null;
  /** Of a bare page with the same elements. */
  bare?(run: Run): number | null;
  /** What is wanted, in the same unit. */
  wanted?: number;
}

const perSecond = (name: string) => (run: Run) => figureOf(run, name)?.served?.perSecond ?? null;
const kind = (title: string, name: string, wanted?: number): Panel => ({
  title,
  read: perSecond(name),
  bare: (run) => figureOf(run, name)?.served?.bare?.perSecond ?? null,
  ...(wanted === undefined ? {} : { wanted }),
});

const panels: readonly Panel[] = [
  kind('Create', 'create', 110),
  kind('Step', 'step', 120),
  {
    title: 'Whole lives',
    read: (run) => figureOf(run, 'whole lives')?.reached ?? null,
    wanted: 15,
  },
  kind('Queue', 'queue'),
  kind('Case with its story', 'case with its story'),
  kind('Supervision', 'supervision', 60),
  kind('Search, 2 letters', 'search, 2 letters'),
  kind('Follow', 'follow'),
  kind('Filing, first page', 'filing, first page'),
];

const ink = '#1b2527';
const quiet = '#566062';
const rule = '#d9d2c3';
const jade = '#0e5a50';
const celadon = '#8cb5a6';
const call = '#a5450b';

const columns = 3;
const [panelWidth, panelHeight, gap, edge, head] = [272, 150, 36, 28, 78];
/** Room within a panel: for its title above, for sizes below, for the last figure at its right. */
const [above, below, right] = [34, 22, 34];
const width = edge * 2 + panelWidth * columns + gap * (columns - 1);

/** Requests a second over the size of the county, a small picture for each kind, as one SVG that needs nothing else. */
export function drawn(sizes: readonly Size[]): string {
  const rows = Math.ceil(panels.length / columns);
  const height = head + rows * (panelHeight + gap) + 16;
  const last = sizes.at(-1);
  const about = last
    ? `${last.run.at.slice(0, 10)}, ${last.run.machine.cores} cores (${last.run.machine.cpu}), 16 clients on the same machine`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">Answers a second over the number of cases</title>`,
    `<style>text{font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:${quiet};font-size:12px}.title{fill:${ink};font-size:15px;font-weight:600}.head{fill:${ink};font-size:19px;font-weight:600}.value{fill:${jade};font-weight:600}.wanted{fill:${call}}</style>`,
    `<rect width="${width}" height="${height}" fill="#fffefa"/>`,
    words(edge, 34, 'Answers a second, over the number of cases', 'head'),
    legend(edge, 58),
    ...panels.map((it, nth) => {
      const x = edge + (nth % columns) * (panelWidth + gap);
      const y = head + Math.floor(nth / columns) * (panelHeight + gap);
      return `<g transform="translate(${x} ${y})">${panelOf(it, sizes)}</g>`;
    }),
    words(edge, height - 16, about),
    '</svg>',
    '',
  ].join('\n');
}

function legend(x: number, y: number): string {
  const line = (from: number, colour: string, dashes: string) =>
    `<line x1="${from}" x2="${from + 22}" y1="${y - 4}" y2="${y - 4}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`;
  return [
    line(x, jade, ''),
    words(x + 28, y, 'Huiyin'),
    line(x + 86, call, '2 3'),
    words(x + 114, y, 'wanted'),
    line(x + 176, celadon, '5 3'),
    words(x + 204, y, 'a bare page of the framework with the same elements'),
  ].join('');
}

function panelOf(panel: Panel, sizes: readonly Size[]): string {
  const ours = sizes.map(({ run }) => panel.read(run));
  const bare = sizes.map(({ run }) => panel.bare?.(run) ?? null);
  const top = ceilingOf([...ours, ...bare, panel.wanted ?? null]);
  const [from, to] = [above, panelHeight - below];
  const x = acrossOf(sizes);
  const y = (value: number) => to - (value / top) * (to - from);
  const line = (values: readonly (number | null)[], style: string): string => {
    const points = values.flatMap((it, nth) =>
      it === null ? [] : [`${x(nth).toFixed(1)},${y(it).toFixed(1)}`],
    );
    return points.length > 1 ? `<polyline fill="none" ${style} points="${points.join(' ')}"/>` : '';
  };
  const across = (value: number, colour: string, dashes = '') =>
    `<line x1="0" x2="${panelWidth - right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="${colour}" stroke-dasharray="${dashes}"/>`;
  return [
    words(0, 14, panel.title, 'title'),
    across(0, quiet),
    across(top, rule),
    across(top / 2, rule),
    words(panelWidth - right + 6, y(top) + 4, brief(top)),
    words(panelWidth - right + 6, y(top / 2) + 4, brief(top / 2)),
    ...(panel.wanted === undefined ? [] : [across(panel.wanted, call, '2 3')]),
    line(bare, `stroke="${celadon}" stroke-width="2" stroke-dasharray="5 3"`),
    line(ours, `stroke="${jade}" stroke-width="2"`),
    ...bare.flatMap((it, nth) => (it === null ? [] : [ring(x(nth), y(it))])),
    ...ours.flatMap((it, nth) => (it === null ? [] : [point(x(nth), y(it), brief(it))])),
    ...sizes.map(
      ({ cases }, nth) =>
        `<text x="${x(nth).toFixed(1)}" y="${panelHeight - 4}" text-anchor="middle">${shortOf(cases)}</text>`,
    ),
  ].join('');
}

/** Sizes lie apart as their logarithms do. */
function acrossOf(sizes: readonly Size[]): (nth: number) => number {
  const logs = sizes.map(({ cases }) => Math.log10(cases));
  const [first = 0, last = 0] = [logs[0], logs.at(-1)];
  const [from, to] = [18, panelWidth - right - 18];
  return (nth) =>
    first === last
      ? (from + to) / 2
      : from + (((logs[nth] ?? first) - first) / (last - first)) * (to - from);
}

const point = (x: number, y: number, value: string): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5" fill="${jade}"/>` +
  `<text class="value" x="${x.toFixed(1)}" y="${(y - 8).toFixed(1)}" text-anchor="middle">${value}</text>`;

const ring = (x: number, y: number): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="#fffefa" stroke="${celadon}" stroke-width="2"/>`;

/** A round number a little above all, so that two rules divide it evenly. */
function ceilingOf(values: readonly (number | null)[]): number {
  const most = Math.max(1, ...values.map((it) => it ?? 0)) * 1.15;
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((it) => it * step).find((it) => it >= most) ?? most;
}

const brief = (value: number): string => value.toFixed(value < 10 && value % 1 !== 0 ? 1 : 0);

const words = (x: number, y: number, text: string, style = ''): string =>
  `<text x="${x}" y="${y.toFixed(1)}"${style ? ` class="${style}"` : ''}>${text}</text>`;

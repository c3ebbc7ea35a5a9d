/** Milliseconds of one job done many times. */
export interface Spread {
  n: number;
  p50: number;
  p95: number;
  p99: number;
}

/** One kind of request to a production server, as so many clients asked it without pause. */
export interface Served {
  clients: number;
  perSecond: number;
  /** Milliseconds of processors a request, of the web processes and of PostgreSQL. */
  webMs: number;
  postgresMs: number;
  /** Milliseconds until the answer, asked by one client alone; absent in runs of before. */
  alone?: Spread;
  /** Milliseconds PostgreSQL plans and runs statements for one request, asked by one client alone. */
  sqlMs: number;
  /** The same of SQL written by hand, asked one after another; absent where there is none. */
  sqlByHandMs?: number;
  /** The same of a bare page of the framework with the same elements; absent where there is none. */
  bare?: { perSecond: number; webMs: number };
}

/** One job of ours, and the same job in SQL written by hand, measured turn by turn. */
export interface Figure {
  name: string;
  ours: Spread;
  /** Absent where no SQL does the same job. */
  bare?: Spread;
  /** What serving it cost, where it was asked of a server. */
  served?: Served;
  /** What was reached, where a time does not say it: lives a second, a multiple of a peak (0: not held), megabytes. */
  reached?: number;
  /** What was found besides, in words: how many rows, how many verbs. */
  note?: string;
}

/** Nearest rank, so that every figure printed was really measured. */
export function spreadOf(millis: readonly number[]): Spread {
  if (millis.length === 0) throw new Error('nothing was measured');
  const sorted = [...millis].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Our median over that of the SQL written by hand; null where there is none. */
export const ratioOf = ({ ours, bare }: Figure): number | null =>
  bare && bare.p50 > 0 ? ours.p50 / bare.p50 : null;

const ms = (millis: number): string =>
  millis >= 100 ? millis.toFixed(0) : millis >= 10 ? millis.toFixed(1) : millis.toFixed(2);

const triple = ({ p50, p95, p99 }: Spread): string => [p50, p95, p99].map(ms).join(' / ');

export function lineOf(figure: Figure): string {
  const ratio = ratioOf(figure);
  return [
    `${figure.name}: ${triple(figure.ours)} ms (median, 95th, 99th of ${figure.ours.n})`,
    ...(figure.bare ? [`${besideOf(figure)} ${triple(figure.bare)} ms`] : []),
    ...(ratio === null ? [] : [`${ratio.toFixed(2)} ×`]),
    ...(figure.served ? servedOf(figure.served) : []),
    ...(figure.note ? [figure.note] : []),
  ].join(' · ');
}

const besideOf = ({ served }: Figure): string => (served ? 'bare page' : 'SQL by hand');

function servedOf({ perSecond, webMs, postgresMs, sqlMs, sqlByHandMs, bare }: Served): string[] {
  const against = (ours: number, other: number) => `${(ours / other).toFixed(2)} ×`;
  return [
    `${perSecond.toFixed(0)} a second`,
    `processors ${ms(webMs)} web + ${ms(postgresMs)} PostgreSQL ms`,
    ...(bare
      ? [
          `bare page ${bare.perSecond.toFixed(0)} a second: ${against(perSecond, bare.perSecond)}, ` +
            `${ms(bare.webMs)} ms: ${against(webMs + postgresMs, bare.webMs)}`,
        ]
      : []),
    `SQL ${ms(sqlMs)} ms${sqlByHandMs ? `, by hand ${ms(sqlByHandMs)}: ${against(sqlMs, sqlByHandMs)}` : ''}`,
  ];
}

/** By how much a figure may differ from the last run before it is named. */
const tolerated = 1.15;

/**
 * What got worse since the last kept run, each in a sentence. Where SQL by hand was measured beside it the
 * ratios are compared, because they hold on a slower day too; else the medians.
 */
export function worsened(before: readonly Figure[], after: readonly Figure[]): string[] {
  return after.flatMap((figure) => {
    const old = before.find((it) => it.name === figure.name);
    if (!old) return [];
    const [was, is] = [ratioOf(old), ratioOf(figure)];
    const byRatio = was !== null && is !== null;
    const [from, to] = byRatio ? [was, is] : [old.ours.p50, figure.ours.p50];
    if (!(to > from * tolerated)) return [];
    const unit = byRatio ? ` × ${besideOf(figure)}` : ' ms';
    const more = Math.round((to / from - 1) * 100);
    return [`Worse by ${more} %: ${figure.name}, ${from.toFixed(2)} → ${to.toFixed(2)}${unit}`];
  });
}

/** Milliseconds of one job done many times. */
export interface Spread {
  n: number;
  p50: number;
  p95: number;
  p99: number;
}

/** One job of ours, and the same job in SQL written by hand, measured turn by turn. */
export interface Figure {
  name: string;
  ours: Spread;
  /** Absent where no SQL does the same job. */
  bare?: Spread;
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
    ...(figure.bare ? [`SQL by hand ${triple(figure.bare)} ms`] : []),
    ...(ratio === null ? [] : [`${ratio.toFixed(2)} ×`]),
    ...(figure.note ? [figure.note] : []),
  ].join(' · ');
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
    const unit = byRatio ? ' × SQL by hand' : ' ms';
    const more = Math.round((to / from - 1) * 100);
    return [`Worse by ${more} %: ${figure.name}, ${from.toFixed(2)} → ${to.toFixed(2)}${unit}`];
  });
}

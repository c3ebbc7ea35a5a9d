import type { Screen } from '@/lib/exchange/progress-line';
import type { Filled, Told } from './fill';

const betweenMs = { terminal: 200, line: 5_000 };

/** Progress of a filling for whoever waits: cases a second and what is left, then what comes after. */
export function fillingLine(screen: Screen, clock: () => number) {
  const startedAt = clock();
  let shownAt = startedAt;
  let shown = false;
  const quiet = () => {
    if (shown) screen.write('\r\x1b[K');
    shown = false;
  };
  return {
    quiet,
    show(so: Told): void {
      const at = clock();
      if (at - shownAt < (screen.isTTY ? betweenMs.terminal : betweenMs.line)) return;
      shownAt = at;
      const text = toldOf(so, (at - startedAt) / 1000);
      screen.write(
        screen.isTTY ? `\r\x1b[K${text.slice(0, Math.max(screen.columns - 1, 20))}` : `${text}\n`,
      );
      shown = screen.isTTY;
    },
    summary: ({ cases, events, rows, bytes, written, committed, processor }: Filled): string[] => [
      `${cases} cases, ${events} events, ${rows} rows, ${megabytes(bytes)} MB of rows.`,
      `Rows written in ${seconds(written)} s (${perSecond(cases, written)} cases a second), ` +
        `all with indexes and keys in ${seconds(committed)} s (${perSecond(cases, committed)} a second).`,
      `This process: ${(processor / cases).toFixed(2)} ms of a processor a case, ` +
        `${megabytes(process.memoryUsage().rss)} MB of memory.`,
    ],
  };
}

function toldOf(so: Told, spent: number): string {
  if (so.phase === 'after') return `Indexes and keys: ${so.done} of ${so.of}, ${so.name}`;
  const rate = so.cases / Math.max(spent, 0.001);
  const left = Math.ceil((so.of - so.cases) / Math.max(rate, 1));
  const memory = megabytes(process.memoryUsage().rss);
  return `${so.cases} of ${so.of} cases · ${Math.round(rate)} a second · ${left} s left · ${memory} MB`;
}

const seconds = (millis: number): string => (millis / 1000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);
const perSecond = (count: number, millis: number): number => Math.round((count * 1000) / millis);

import type { Progress } from './replay';

/** Where progress is written: a terminal gets a bar that moves, anything else a line now and then. */
export interface Screen {
  isTTY: boolean;
  columns: number;
  write(text: string): void;
}

const barWidth = 24;
const betweenMs = { bar: 100, line: 5_000 };

/** `clock` in milliseconds; `quiet` clears the bar, so that another line can be written. */
export function progressLine(screen: Screen, clock: () => number) {
  const startedAt = clock();
  let shownAt = startedAt;
  let shown = false;

  const told = ({ part, read, filed, continued, there, bad }: Progress): string => {
    const seconds = Math.max((clock() - startedAt) / 1000, 0.001);
    const parts = [
      `${Math.floor(part * 100)} %`,
      `${read} read`,
      `${filed} filed`,
      ...(continued ? [`${continued} continued`] : []),
      ...(there ? [`${there} already there`] : []),
      ...(bad ? [`${bad} bad`] : []),
      `${Math.round((filed + continued) / seconds)} a second`,
    ];
    return parts.join(' · ');
  };

  const quiet = () => {
    if (shown) screen.write('\r\x1b[K');
    shown = false;
  };
  return {
    quiet,
    show(so: Progress): void {
      const at = clock();
      if (at - shownAt < (screen.isTTY ? betweenMs.bar : betweenMs.line)) return;
      shownAt = at;
      if (!screen.isTTY) {
        screen.write(`${told(so)}\n`);
        return;
      }
      const full = Math.round(Math.min(so.part, 1) * barWidth);
      const bar = `[${'='.repeat(full)}${' '.repeat(barWidth - full)}]`;
      screen.write(`\r\x1b[K${`${bar} ${told(so)}`.slice(0, Math.max(screen.columns - 1, 20))}`);
      shown = true;
    },
  };
}

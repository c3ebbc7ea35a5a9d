const minute = 60_000;

/** Minutes after each failure until the next try; together four hours. Then the notice is dead. */
const pauses = [1, 2, 4, 8, 15, 30, 45, 60, 75] as const;

/** How long tries go on. */
export const retriesMs = pauses.reduce((sum, it) => sum + it, 0) * minute;

/** So many tries have an hour between the first of them and the next. */
export const triesInAnHour =
  pauses.findIndex((_, nth) => pauses.slice(0, nth + 1).reduce((sum, it) => sum + it, 0) >= 60) + 1;

/** Older than this when it is first tried: its news is none any more, and a person decides. */
export const staleMs = 3 * 24 * 60 * minute;

/** When a notice is tried again that has failed so often; null: not any more. */
export function nextTry(failures: number, at: Date): Date | null {
  const pause = pauses[failures - 1];
  return pause === undefined ? null : new Date(at.getTime() + pause * minute);
}

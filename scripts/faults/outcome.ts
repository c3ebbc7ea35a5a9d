/** What came of breaking something so many times. Portions of it can be added up. */
export interface Outcome {
  done: number;
  /** What may not be, each counted; all must be 0. */
  wrong: Readonly<Record<string, number>>;
  /** What else was counted. */
  seen: Readonly<Record<string, number>>;
  /** The longest of each wait, in milliseconds. */
  longestMs: Readonly<Record<string, number>>;
}

export const nothing: Outcome = { done: 0, wrong: {}, seen: {}, longestMs: {} };

export function plus(one: Outcome, other: Outcome): Outcome {
  return {
    done: one.done + other.done,
    wrong: merged(one.wrong, other.wrong, (a, b) => a + b),
    seen: merged(one.seen, other.seen, (a, b) => a + b),
    longestMs: merged(one.longestMs, other.longestMs, Math.max),
  };
}

function merged(
  one: Outcome['wrong'],
  other: Outcome['wrong'],
  both: (a: number, b: number) => number,
): Record<string, number> {
  const sum: Record<string, number> = { ...one };
  for (const [key, value] of Object.entries(other)) sum[key] = both(sum[key] ?? 0, value);
  return sum;
}

/** How much of it may not be. */
export const faultsOf = ({ wrong }: Outcome): number =>
  Object.values(wrong).reduce((sum, it) => sum + it, 0);

/** One line: what may not be first. */
export function lineOf({ done, wrong, seen, longestMs }: Outcome, of: string): string {
  const counted = [...Object.entries(wrong), ...Object.entries(seen)];
  return [
    `${done} ${of}`,
    ...counted.map(([name, count]) => `${count} ${name}`),
    ...Object.entries(longestMs).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s at most`),
  ].join(', ');
}

/** How long a fix is watched, in days of 24 hours from the answer on. */
export const windows = [30, 90, 180] as const;
export type Window = (typeof windows)[number];

export const longest: Window = 180;

const dayMs = 86_400_000;

/** Whole days from an answer to what came after it. */
export const daysBetween = (answeredAt: Date, filedAt: Date): number =>
  Math.floor((filedAt.getTime() - answeredAt.getTime()) / dayMs);

/** What the nightly recounts found. */
export interface Recounts {
  /** When all figures were last counted again; null: never yet. */
  finishedAt: Date | null;
  /** Since when they are counted again at all: what never finished is counted from here. */
  since: Date;
  /** Differences of the last whole run, or of the one that is under way where those are more. */
  differences: number;
}

/** `sound`: nothing differed; `differs`: something does; `old`: for two days it was not looked at. */
export type Trust = 'sound' | 'differs' | 'old';

const day = 86_400_000;

/** Milliseconds since all was last counted again, or since it should have been for the first time. */
export const ageOf = ({ finishedAt, since }: Recounts, at: Date): number =>
  at.getTime() - (finishedAt ?? since).getTime();

/** A difference stays one until a whole run finds none. */
export function trustIn(recounts: Recounts, at: Date): Trust {
  if (recounts.differences > 0) return 'differs';
  return ageOf(recounts, at) > 2 * day ? 'old' : 'sound';
}

/** What the system supervises by itself; `person` is somebody's own decision and no rule. */
export const ruledCauses = [
  'redCard',
  'overdue',
  'unsolvedRounds',
  'handOvers',
  'pressed',
  'silent',
] as const;
export type RuledCause = (typeof ruledCauses)[number];

export const supervisionLevels = [1, 2, 3] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];

export const mostThreshold = 365;

/** A red card is there or is not: nothing is counted. */
export const countsNothing = (cause: RuledCause): boolean => cause === 'redCard';

/** Below one, every case there is would be supervised from its first day. */
export const leastThreshold = (cause: RuledCause): number =>
  cause === 'redCard' || cause === 'overdue' ? 0 : 1;

import {
  type Effect,
  type LedgerCount,
  type LedgerPart,
  ledgerParts,
  type SpokenKey,
  spokenKeys,
} from '@/lib/measures/exclusions';
import type { OpenEffect } from '@/lib/measures/open-ledger';

/** How many of each part, nothing withheld: for those who may read every case. */
export const partsOf = (counts: readonly LedgerCount[]): Record<LedgerPart, number> =>
  Object.fromEntries(
    ledgerParts.map((part) => [
      part,
      counts.reduce((sum, it) => (it.part === part ? sum + it.n : sum), 0),
    ]),
  ) as Record<LedgerPart, number>;

/** Before, and after taking away what is left out. */
export const openEffect = (effect: Effect): Record<SpokenKey, OpenEffect> =>
  Object.fromEntries(
    spokenKeys.map((key) => {
      const { all, leftOut } = effect[key];
      const after = {
        due: all.due - leftOut.due,
        answered: all.answered - leftOut.answered,
        yes: all.yes - leftOut.yes,
      };
      return [key, { before: { due: all.due, answered: all.answered, yes: all.yes }, after }];
    }),
  ) as Record<SpokenKey, OpenEffect>;

import { faultsOf, nothing, type Outcome, plus } from './outcome';

/** A control whose fault shows itself by chance: again until something is found, and not more often than so. */
export async function untilFound(most: number, once: () => Promise<Outcome>): Promise<Outcome> {
  let outcome = nothing;
  for (let nth = 0; nth < most && faultsOf(outcome) === 0; nth += 1) {
    outcome = plus(outcome, await once());
  }
  return outcome;
}

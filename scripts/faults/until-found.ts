import { nothing, type Outcome, plus } from './outcome';

/** A control whose fault shows itself by chance: again until it is found, and not more often than so. */
export async function untilFound(
  most: number,
  fault: string,
  once: () => Promise<Outcome>,
): Promise<Outcome> {
  let outcome = nothing;
  for (let nth = 0; nth < most && !outcome.wrong[fault]; nth += 1) {
    outcome = plus(outcome, await once());
  }
  return outcome;
}

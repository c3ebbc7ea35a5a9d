/** What the database's clock said, and how long this process had run then; null in processes that do not keep it. */
const kept = globalThis as { clockOfHuiyin?: { at: number; since: number } };

/**
 * The present instant: by the database's clock in web processes and the worker (`keepClock`), so that a machine whose clock is wrong
 * promises nothing wrong and brings nothing back that has expired. Nothing else reads the clock, so that every rule can be asked about any
 * time.
 */
export function now(): Date {
  const { clockOfHuiyin: known } = kept;
  return known ? new Date(known.at + performance.now() - known.since) : new Date();
}

/** What this machine's own clock says: for whoever looks whether it is right. */
export const machineClock = (): Date => new Date();

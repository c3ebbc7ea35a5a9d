/**
 * Works on several things at once, at most `most`; those of one key one after another, in the order
 * they came. `add` waits while all hands are full; whatever a work throws comes out of `add` or `done`.
 */
export function inFlight(most: number) {
  const working = new Set<Promise<void>>();
  const lastOfKey = new Map<string, Promise<void>>();
  let failure: { error: unknown } | null = null;

  const rethrow = () => {
    if (failure) throw failure.error;
  };

  return {
    async add(key: string, work: () => Promise<void>): Promise<void> {
      while (working.size >= most) await Promise.race(working);
      rethrow();
      const before = lastOfKey.get(key) ?? Promise.resolve();
      const own = before
        .then(() => (failure ? undefined : work()))
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          working.delete(own);
          if (lastOfKey.get(key) === own) lastOfKey.delete(key);
        });
      working.add(own);
      lastOfKey.set(key, own);
    },
    async done(): Promise<void> {
      await Promise.all(working);
      rethrow();
    },
  };
}

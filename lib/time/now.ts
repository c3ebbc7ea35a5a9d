/** The present instant. Nothing else reads the clock, so that every rule can be asked about any time. */
export function now(): Date {
  return new Date();
}

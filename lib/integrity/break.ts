/** What does not add up, in words. */
export class Break extends Error {}

/** The words of the first break in a check, or null. */
export function breakIn(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Break) return error.message;
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
      return 'this line cannot be read';
    throw error;
  }
}

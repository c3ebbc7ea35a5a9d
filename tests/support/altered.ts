/**
 * The token with one of its signs exchanged for another one: never the token itself, as a fixed sign put in
 * its place would be once in 64 times. At `at`, counted from the end where it is negative; the last sign
 * carries only two bits of 128, so that a reader who is too lenient takes it for the same.
 */
export function altered(token: string, at = -1): string {
  const where = at < 0 ? token.length + at : at;
  const other = token[where] === 'A' ? 'B' : 'A';
  return token.slice(0, where) + other + token.slice(where + 1);
}

/** What counts as a letter of a word: Han and other letters, and digits. */
const run = /[\p{L}\p{N}]+/gu;

const beyond = /[\ud800-\udfff]/;

/**
 * Two-character runs of a text, lower case and NFKC: a Chinese word of two characters has no trigram,
 * so a trigram index would scan. Every query of two characters or more is a set of these.
 */
export function bigrams(text: string): string[] {
  const found = new Set<string>();
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(run)) {
    // Only a text with letters beyond the basic plane has to be taken apart first.
    const letters = beyond.test(word) ? [...word] : word;
    for (let at = 0; at + 1 < letters.length; at++) found.add(`${letters[at]}${letters[at + 1]}`);
  }
  return [...found];
}

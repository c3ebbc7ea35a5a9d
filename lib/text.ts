/** Invisible marks that change the direction of what follows (UAX #9) and so can disguise a text. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * What cannot be kept: controls but tab and line breaks (PostgreSQL stores no NUL), half surrogates
 * and U+FFFD, which a browser sends in their place.
 */
const broken = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffd-\uffff]/gu;

/**
 * A pattern of LIKE for what begins with or holds just these words: signs that stand for others in one are taken as they
 * are, and what PostgreSQL cannot be asked for is left out. At most `most` code points of them.
 */
export function literally(words: string, most = Number.POSITIVE_INFINITY): string {
  const held = [...words.replace(broken, '')].slice(0, most).join('');
  return held.replace(/[\\%_]/g, '\\$&');
}

/** Length as people count it: code points, so that 𠮷 and 😀 are one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

export function hasBrokenCharacters(text: string): boolean {
  return text.search(broken) !== -1;
}

export function hasDirectionMarks(text: string): boolean {
  return text.search(directionMarks) !== -1;
}

/** The text without what `hasBrokenCharacters` and `hasDirectionMarks` object to. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(directionMarks, '').replace(broken, '');
}

const longest = 28;

/**
 * What an appeal is called in lists, since nobody is asked for a heading: its first sentence; where that is
 * long, as many whole clauses of it as fit.
 */
export function titleFrom(what: string): string {
  const sentence = what.split(/[\n。！？；!?;]/u).find((part) => part.trim()) ?? what;
  const letters = [...sentence.trim().replace(/\s+/g, ' ')];
  if (letters.length <= longest) return letters.join('');
  const clauses = letters.slice(0, longest + 1).findLastIndex((it) => '，,：:'.includes(it));
  return clauses >= 6
    ? letters.slice(0, clauses).join('')
    : `${letters.slice(0, longest - 1).join('')}…`;
}

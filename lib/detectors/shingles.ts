const size = 3;

/** Runs of three characters, of letters and digits alone: what a text is made of, whatever its punctuation. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const bare = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ];
  const all = new Set<string>();
  for (let at = 0; at + size <= bare.length; at++) all.add(bare.slice(at, at + size).join(''));
  return all;
}

/** Shared of all (P. Jaccard 1901), 0 to 1; nothing is like nothing. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size === 0 || few.size / many.size < 0.5) return few.size / Math.max(1, many.size) / 2;
  let shared = 0;
  for (const it of few) if (many.has(it)) shared += 1;
  return shared / (one.size + other.size - shared);
}

/** As a voice should read it: long numbers figure by figure, as people say a case number or a telephone. */
export const speakable = (text: string): string =>
  text
    .replace(/\d{5,}/g, (digits) => [...digits].join(' '))
    .replace(/\s+/g, ' ')
    .trim();

/** Written without looking back, which older telephones cannot: the whole page would lose its script. */
const sentence = /(?:[^。！？；!?;.]|\.(?!\s))+(?:[。！？；!?;]+|\.)?/g;
const clause = /[^，、：,:]+[，、：,:]*/g;

/** Kept short, since some voices fall silent in the middle of a long text. */
const longest = 120;

/** Sentences to be spoken one after another; a long one is parted at its commas. */
export function sentencesOf(blocks: readonly string[]): string[] {
  return blocks
    .flatMap((block) => block.match(sentence) ?? [])
    .flatMap((one) => (one.length > longest ? parted(one) : [one]))
    .map(speakable)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

function parted(long: string): string[] {
  const parts: string[] = [];
  for (const piece of long.match(clause) ?? []) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + piece.length <= longest)
      parts.splice(-1, 1, last + piece);
    else parts.push(piece);
  }
  return parts;
}

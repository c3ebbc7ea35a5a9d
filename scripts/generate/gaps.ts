/** Marks of a gap: of the private use area, so that neither JSON nor COPY writes them otherwise. */
const mark = (nth: number): string => `\ue000${nth}\ue001`;
const marks = /\ue000(\d+)\ue001/;

/** A text with gaps: what stands before each gap, and at last after them all. */
export interface Gapped {
  between: readonly string[];
  gaps: readonly number[];
}

/** Gives each thing that differs from case to case a gap of its own, wherever it stands. */
export function gapsOf() {
  const numbers = new Map<string, number>();
  return {
    /** What is written in its place; the same thing always has the same gap. */
    for(thing: string): string {
      const nth = numbers.get(thing) ?? numbers.size;
      numbers.set(thing, nth);
      return mark(nth);
    },
    numbers: numbers as ReadonlyMap<string, number>,
  };
}

/** Takes a text with marks apart. */
export function gapped(text: string): Gapped {
  const parts = text.split(marks);
  return {
    between: parts.filter((_, nth) => nth % 2 === 0),
    gaps: parts.filter((_, nth) => nth % 2 === 1).map(Number),
  };
}

export function filled({ between, gaps }: Gapped, values: readonly string[]): string {
  let text = between[0] ?? '';
  for (let nth = 0; nth < gaps.length; nth++) {
    text += values[gaps[nth] ?? 0] ?? '';
    text += between[nth + 1] ?? '';
  }
  return text;
}

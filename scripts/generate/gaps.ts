/** Marks of a gap: of the private use area, so that JSON does not write them otherwise. */
const mark = (nth: number): string => `\ue000${nth}\ue001`;
const marks = /\ue000(\d+)\ue001/;

/** Where the gaps of what is being written lie. */
export interface Places {
  /** How many bytes a gap takes within a text; null where that differs from case to case. */
  width(gap: number): number | null;
  /** A gap lies at this byte, to be filled with bytes (a UUID, an instant) or with letters. */
  note(gap: number, at: number, as: 'bytes' | 'text'): void;
  /** What is written falls into parts here, with a gap of any length between them. */
  part(gap: number, at: number): void;
}

/** Gives each thing that differs from case to case a gap of its own, wherever it stands. */
export function gapsOf<Gap>() {
  const numbers = new Map<string, number>();
  const gaps: Gap[] = [];
  return {
    gaps: gaps as readonly Gap[],
    /** What is written in its place; the same thing always has the same gap. */
    for(thing: string, gap: Gap): string {
      const nth = numbers.get(thing) ?? gaps.length;
      numbers.set(thing, nth);
      gaps[nth] = gap;
      return mark(nth);
    },
  };
}

/** The gap a text is altogether; null where it is none. */
export const gapIn = (text: string): number | null =>
  text.startsWith('\ue000') && text.indexOf('\ue001') === text.length - 1
    ? Number(text.slice(1, -1))
    : null;

/** A text taken apart: what stands between the gaps, and their numbers. */
export const piecesOf = (text: string): (string | number)[] =>
  text.includes('\ue000')
    ? text.split(marks).map((it, nth) => (nth % 2 === 0 ? it : Number(it)))
    : [text];

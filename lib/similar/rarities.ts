const lineEnd = 10;
const blank = 32;

/** FNV-1a, 32 bits. */
const hashed = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
const unhashed = 0x811c9dc5;

/**
 * How rare words are, from a list with a word, a blank and its figure in each line (UTF-8, no word twice). The
 * list stays as it came, with where each word begins beside it: 8 MB where a map of as many words takes 30.
 */
export class Rarities {
  /** Where words begin, each from the place its hash names onwards; -1 is a free place. */
  readonly #begins: Int32Array;

  constructor(readonly list: Buffer) {
    // Lines are no shorter than these bytes, so that a third of the places at least stays free.
    const shortest = 12;
    this.#begins = new Int32Array(2 ** Math.ceil(Math.log2((list.length / shortest) * 1.5)));
    this.#begins.fill(-1);
    for (let begin = 0; begin < list.length; ) {
      let hash = unhashed;
      let at = begin;
      for (; list[at] !== blank && at < list.length; at += 1) hash = hashed(hash, list[at] ?? 0);
      this.#begins[this.#placeFrom(hash, () => false)] = begin;
      const end = list.indexOf(lineEnd, at);
      begin = end < 0 ? list.length : end + 1;
    }
  }

  of(word: string): number | undefined {
    const bytes = Buffer.from(word);
    const place = this.#placeFrom(bytes.reduce(hashed, unhashed), (at) => this.#isAt(at, bytes));
    const begin = this.#begins[place] ?? -1;
    if (begin < 0) return undefined;
    const figure = begin + bytes.length + 1;
    const end = this.list.indexOf(lineEnd, figure);
    return Number(this.list.toString('latin1', figure, end < 0 ? undefined : end));
  }

  /** The place that is looked for, or the free one where it would be. */
  #placeFrom(hash: number, isIt: (begin: number) => boolean): number {
    const last = this.#begins.length - 1;
    let place = hash & last;
    for (;;) {
      const begin = this.#begins[place] ?? -1;
      if (begin < 0 || isIt(begin)) return place;
      place = (place + 1) & last;
    }
  }

  #isAt(begin: number, word: Uint8Array): boolean {
    const end = begin + word.length;
    return this.list[end] === blank && this.list.compare(word, 0, word.length, begin, end) === 0;
  }
}

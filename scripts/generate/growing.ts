/** Milliseconds from 1970 to 2000, where PostgreSQL counts from. */
const epoch = 946_684_800_000;
const word = 0x1_0000_0000;
/** Up to so many letters a loop writes faster than it takes to call for help. */
const shortText = 24;

/** Bytes written one after another, with room made as it is needed. Numbers are in network order. */
export class Growing {
  length = 0;
  #bytes: Buffer;
  #view: DataView;

  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafeSlow(room);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** What is written so far, until more is. */
  get written(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  int16(value: number): void {
    const at = this.#take(2);
    this.#view.setInt16(at, value);
  }

  int32(value: number): void {
    const at = this.#take(4);
    this.#view.setInt32(at, value);
  }

  byte(value: number): void {
    const at = this.#take(1);
    this.#bytes[at] = value;
  }

  /** An instant as PostgreSQL keeps it: microseconds in 64 bits. */
  instant(millis: number): void {
    const at = this.#take(8);
    writeInstant(this.#view, at, millis);
  }

  /** A UUID of its 36 letters, as 16 bytes. */
  uuid(text: string): void {
    let at = this.#take(16);
    for (let nth = 0; nth < 36; nth += 2) {
      if (nth === 8 || nth === 13 || nth === 18 || nth === 23) nth += 1;
      this.#bytes[at] = (digit(text, nth) << 4) | digit(text, nth + 1);
      at += 1;
    }
  }

  text(text: string): void {
    const { length } = text;
    const at = this.#take(length * 3);
    const end = length <= shortText ? this.#letters(text, at) : -1;
    this.length = end < 0 ? at + this.#bytes.write(text, at) : end;
  }

  copy(from: Buffer, start: number, end: number): void {
    const at = this.#take(end - start);
    from.copy(this.#bytes, at, start, end);
  }

  /** Leaves room for what is written later; answers where. */
  leave(count: number): number {
    return this.#take(count);
  }

  setInt32(at: number, value: number): void {
    this.#view.setInt32(at, value);
  }

  /** Letters of the basic plane as UTF-8; -1 where there is any other. */
  #letters(text: string, from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let nth = 0; nth < text.length; nth++) {
      const code = text.charCodeAt(nth);
      if (code < 0x80) bytes[at++] = code;
      else if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else return -1;
    }
    return at;
  }

  #take(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.#bytes.length) this.#grow();
    return at;
  }

  #grow(): void {
    const more = Buffer.allocUnsafeSlow(Math.max(this.length, this.#bytes.length * 2));
    this.#bytes.copy(more);
    this.#bytes = more;
    this.#view = new DataView(more.buffer);
  }
}

/** Puts an instant in its place, as PostgreSQL keeps it. */
export function writeInstant(view: DataView, at: number, millis: number): void {
  const micros = (millis - epoch) * 1000;
  const high = Math.floor(micros / word);
  view.setInt32(at, high);
  view.setUint32(at + 4, micros - high * word);
}

function digit(text: string, nth: number): number {
  const code = text.charCodeAt(nth) | 0x20;
  const value = code >= 0x61 ? code - 0x57 : code - 0x30;
  if (value >= 0 && value < 16) return value;
  throw new Error(`${text} is no UUID`);
}

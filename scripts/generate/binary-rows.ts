import { gapIn, type Places, piecesOf } from './gaps';
import { Growing } from './growing';

/** Columns of a table with the names PostgreSQL gives to their types. */
export type Types = Readonly<Record<string, string>>;

/** As COPY expects them (PostgreSQL manual, COPY, "Binary Format"): signature, flags, no extension. */
const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = -1;
const isNull = -1;
/** Types of the elements of lists, by the numbers they have in every PostgreSQL. */
const elements = { _text: 25, _uuid: 2950 } as const;

/** Rows of one table in COPY's binary form, as they are collected; the first row names the columns. */
export class BinaryRows {
  readonly columns: readonly string[];
  readonly #types: readonly string[];
  readonly #rows = new Growing(64 * 1024);
  count = 0;

  constructor(first: object, types: Types = {}) {
    this.columns = Object.keys(first);
    this.#types = this.columns.map((it) => types[it] ?? 'text');
    this.#rows.copy(header, 0, header.length);
  }

  add(row: object): void {
    this.write(this.#rows, row);
    this.count += 1;
  }

  /** Rows, or parts of some, that are written already. */
  addBytes(from: Buffer, start: number, end: number): void {
    this.#rows.copy(from, start, end);
  }

  /** A cell of text behind what was added last. */
  addText(text: string): void {
    writeSized(this.#rows, text, null);
  }

  /** Bytes so far. */
  get size(): number {
    return this.#rows.length;
  }

  /** One row of the table, elsewhere; of a row with gaps the places are noted. */
  write(into: Growing, row: object, places: Places | null = null): void {
    const values = row as Readonly<Record<string, unknown>>;
    into.int16(this.columns.length);
    for (let nth = 0; nth < this.columns.length; nth++) {
      writeCell(into, values[this.columns[nth] ?? ''], this.#types[nth] ?? 'text', places);
    }
  }

  /** All that COPY reads, in memory of its own, so that it can be handed to another thread. Ends the rows. */
  bytes(): Uint8Array {
    this.#rows.int16(trailer);
    const { buffer, length } = this.#rows.written;
    return new Uint8Array(buffer, 0, length);
  }
}

function writeCell(into: Growing, value: unknown, type: string, places: Places | null): void {
  if (value === null || value === undefined) into.int32(isNull);
  else (writers[type] ?? writeSized)(into, value, places);
}

type Writer = (into: Growing, value: unknown, places: Places | null) => void;

/** By type; whatever is not named here PostgreSQL receives as text. */
const writers: Readonly<Record<string, Writer>> = {
  uuid(into, value, places) {
    const text = String(value);
    const gap = places && gapIn(text);
    into.int32(16);
    if (gap === null) into.uuid(text);
    else places?.note(gap, into.leave(16), 'bytes');
  },
  timestamptz(into, value, places) {
    const gap = places && typeof value === 'string' ? gapIn(value) : null;
    into.int32(8);
    if (gap === null) into.instant((value as Date).getTime());
    else places?.note(gap, into.leave(8), 'bytes');
  },
  /** As text, behind the number of its format. */
  jsonb(into, value, places) {
    const size = into.leave(4);
    into.byte(1);
    writeText(into, JSON.stringify(value), places);
    into.setInt32(size, into.length - size - 4);
  },
  bool(into, value) {
    into.int32(1);
    into.byte(value ? 1 : 0);
  },
  int4(into, value) {
    into.int32(4);
    into.int32(Number(value));
  },
  int2(into, value) {
    into.int32(2);
    into.int16(Number(value));
  },
  _text: (into, value, places) => writeList(into, value as readonly string[], '_text', places),
  _uuid: (into, value, places) => writeList(into, value as readonly string[], '_uuid', places),
};

function writeSized(into: Growing, value: unknown, places: Places | null): void {
  const text = String(value);
  const gap = places && gapIn(text);
  if (places && gap !== null && places.width(gap) === null) {
    // What may be of any length is put in between later, with its size.
    places.part(gap, into.length);
    return;
  }
  const size = into.leave(4);
  writeText(into, text, places);
  into.setInt32(size, into.length - size - 4);
}

/** A text without its size; room is left for its gaps. */
export function writeText(into: Growing, text: string, places: Places | null): void {
  for (const it of places ? piecesOf(text) : [text]) {
    if (typeof it === 'string') into.text(it);
    else places?.note(it, into.leave(places.width(it) ?? 0), 'text');
  }
}

function writeList(
  into: Growing,
  items: readonly string[],
  type: keyof typeof elements,
  places: Places | null,
): void {
  const size = into.leave(4);
  into.int32(items.length === 0 ? 0 : 1);
  into.int32(0);
  into.int32(elements[type]);
  if (items.length > 0) {
    into.int32(items.length);
    into.int32(1);
  }
  for (const it of items) writeCell(into, it, type.slice(1), places);
  into.setInt32(size, into.length - size - 4);
}

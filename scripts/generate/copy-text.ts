/** How a value of a column is written where its text alone does not tell. */
export type Shape = 'list' | 'json';

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text within a line of COPY (PostgreSQL manual, COPY, "Text Format"). */
export const plain = (text: string): string =>
  text.search(special) < 0 ? text : text.replace(special, (it) => escapes[it] ?? it);

/** Elements of a list, always quoted: then nothing in them means anything. */
const listOf = (items: readonly unknown[]): string =>
  `{${items.map((it) => `"${String(it).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

function written(value: unknown, shape: Shape | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (shape === 'json') return plain(JSON.stringify(value));
  if (shape === 'list') return plain(listOf(value as readonly unknown[]));
  if (typeof value === 'string') return plain(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

/** Rows of one table as they are collected, a line each; the first row names the columns. */
export class CopyLines {
  readonly columns: readonly string[];
  readonly #shapes: readonly (Shape | undefined)[];
  count = 0;
  #text = '';

  constructor(first: object, shapes: Readonly<Record<string, Shape>> = {}) {
    this.columns = Object.keys(first);
    this.#shapes = this.columns.map((it) => shapes[it]);
  }

  add(row: object): void {
    this.addLines(this.lineOf(row), 1);
  }

  /** Lines that are written already, each with its end. */
  addLines(lines: string, count: number): void {
    this.#text += lines;
    this.count += count;
  }

  lineOf(row: object): string {
    const values = row as Readonly<Record<string, unknown>>;
    let line = '';
    for (let nth = 0; nth < this.columns.length; nth++) {
      const value = written(values[this.columns[nth] ?? ''], this.#shapes[nth]);
      line += nth === 0 ? value : `\t${value}`;
    }
    return `${line}\n`;
  }

  /** In memory of its own, so that it can be handed to another thread. */
  bytes(): Uint8Array {
    return new TextEncoder().encode(this.#text);
  }
}

import { parse } from 'csv-parse/sync';
import { type Fault, isFault } from './faults';
import { type PhysicalLine, physicalLines } from './physical-lines';

/** A row of a table: its cells, or what is wrong with it. */
export interface TableRow {
  /** The line it begins at, from 1. */
  line: number;
  cells: string[] | null;
  fault: Fault | null;
  /** Bytes of the file up to its end. */
  readTo: number;
}

/** Beyond this a row is not read; ample for a text of a megabyte, and the bound on the memory. */
const mostBytes = 4 * 1024 * 1024;

const quotationMark = 34;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The rows of a CSV file (RFC 4180), one after another, without ever holding more than one.
 *
 * Rows are parted here, by counting quotation marks, and each is parsed by itself: so one that is
 * broken costs itself alone, is found by its line, and may be in another encoding than the rest. A row
 * whose quotation marks do not match gives up its first line, and reading goes on with the second.
 */
export async function* tableRows(source: AsyncIterable<Buffer>): AsyncGenerator<TableRow> {
  const lines = returnable(physicalLines(source, mostBytes));
  for (let first = await lines.next(); first; first = await lines.next()) {
    if (first.bytes.length === 0 && !first.tooBig) continue;
    const { record, closed } = await gather(first, lines.next);
    const cells = closed ? cellsOf(record) : quotes;
    const broken = isFault(cells) ? cells : null;
    const given = broken?.code === 'quotes' ? record.slice(1) : [];
    lines.giveBack(given);
    yield {
      line: first.number,
      cells: isFault(cells) ? null : cells,
      fault: broken,
      readTo: record.at(-1 - given.length)?.readTo ?? first.readTo,
    };
  }
}

const quotes: Fault = { code: 'quotes' };

/** Lines that can be put back to be read once more. */
function returnable(source: AsyncGenerator<PhysicalLine>) {
  let again: PhysicalLine[] = [];
  return {
    async next(): Promise<PhysicalLine | null> {
      const returned = again.shift();
      if (returned) return returned;
      const { value, done } = await source.next();
      return done ? null : value;
    },
    giveBack(lines: PhysicalLine[]): void {
      again = [...lines, ...again];
    },
  };
}

/** The lines of one row: on and on while a quotation mark is open. */
async function gather(first: PhysicalLine, next: () => Promise<PhysicalLine | null>) {
  const record = [first];
  let open = !first.tooBig && marksIn(first.bytes) % 2 === 1;
  let size = first.bytes.length;
  while (open && size <= mostBytes) {
    const line = await next();
    if (!line) break;
    record.push(line);
    size += line.bytes.length;
    if (line.tooBig) break;
    if (marksIn(line.bytes) % 2 === 1) open = false;
  }
  return { record, closed: !open };
}

function marksIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(quotationMark); at >= 0; at = bytes.indexOf(quotationMark, at + 1)) {
    count += 1;
  }
  return count;
}

function cellsOf(record: readonly PhysicalLine[]): string[] | Fault {
  if (record.some((it) => it.tooBig)) {
    return { code: 'tooBig', values: { megabytes: mostBytes / 1024 / 1024 } };
  }
  const text = decoded(record);
  if (text === null) return { code: 'notUtf8' };
  if (text.includes('\0')) return { code: 'nul' };
  try {
    const rows: string[][] = parse(text, { relax_column_count: true, record_delimiter: '\n' });
    return rows.length === 1 && rows[0] ? rows[0] : quotes;
  } catch {
    return quotes;
  }
}

/** The lines as text, joined again; a byte order mark at the head is dropped. */
function decoded(record: readonly PhysicalLine[]): string | null {
  try {
    return record.map((it) => utf8.decode(it.bytes)).join('\n');
  } catch {
    return null;
  }
}

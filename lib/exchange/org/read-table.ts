import { parse } from 'csv-parse/sync';
import type { Fault } from './fault';

export const mostLines = 20_000;
/** In UTF-8. A form carries the text there and back, twice over, and no form may be larger than 4 MB. */
export const mostBytes = 1_600_000;

export interface Line {
  /** The line of the file it begins at, from 1. */
  line: number;
  cells: readonly string[];
}

export type Table =
  | { ok: true; header: readonly string[]; lines: readonly Line[] }
  | { ok: false; fault: Fault };

/**
 * A table of commas, semicolons or tabs (RFC 4180), with a header; empty lines are passed over. Too
 * long a table is refused before it is parsed.
 */
export function readTable(given: string): Table {
  const text = given.replace(/^\ufeff/, '');
  if (Buffer.byteLength(text) > mostBytes) {
    return no({ line: 1, code: 'textTooLong', values: { max: mostBytes / 1000 } });
  }
  const count = countLines(text);
  if (count > mostLines + 1)
    return no({ line: 1, code: 'tooManyLines', values: { max: mostLines, count } });
  const rows = parsed(text, delimiterOf(text));
  if (!Array.isArray(rows)) return no(rows);
  const [header, ...lines] = rows.filter((it) => it.cells.some((cell) => cell.trim() !== ''));
  if (!header) return no({ line: 1, code: 'empty' });
  if (lines.length === 0) return no({ line: header.line, code: 'onlyHeader' });
  return { ok: true, header: header.cells, lines };
}

const no = (fault: Fault): Table => ({ ok: false, fault });

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The one of the three that the header has most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const times = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, it) => (times(it) > times(best) ? it : best));
}

function parsed(text: string, delimiter: string): Line[] | Fault {
  const lines: Line[] = [];
  let at = 1;
  try {
    parse(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (cells: string[], { lines: end }) => {
        const height = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        lines.push({ line: Math.max(1, end - height), cells });
        at = end + 1;
        return null;
      },
    });
    return lines;
  } catch {
    return { line: at, code: 'quotes' };
  }
}

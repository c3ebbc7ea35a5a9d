import { csvLine, csvStart } from '@/lib/exchange/csv-text';
import { civilDateOf } from '@/lib/time/civil';
import { wallClockOf } from '@/lib/time/zone';
import { type Cell, columnsOf, type ExportKind } from './tables';

export const formats = ['csv', 'jsonl'] as const;
export type Format = (typeof formats)[number];

type Row = Readonly<Record<string, unknown>>;

/** How one kind of file is written. `mark` stands in every row: whose file it is. */
export interface Writing {
  type: string;
  head(): string;
  row(row: Row): string;
}

/** The words of a key with its namespace, in the reader's language. */
export type Say = (key: string) => string;

interface InWords {
  say: Say;
  zone: string;
}

/** A table for spreadsheets: headings and values in the reader's words, times on the wall clock. */
function csv(kind: ExportKind, mark: string, { say, zone }: InWords): Writing {
  const columns = columnsOf(kind);
  const known = new Map<string, string>();
  /** The few words that come a million times are looked up once. */
  const word = (key: string): string => {
    const found = known.get(key) ?? say(key);
    known.set(key, found);
    return found;
  };
  const cell = (value: unknown, as: Cell): string => {
    if (value === null || value === undefined) return '';
    if (typeof as === 'object') return word(as.words.replace('*', String(value)));
    if (as === 'time') return moment(value as Date, zone);
    if (as === 'yes') return word(value ? 'exports.yes' : 'exports.no');
    return as === 'json' ? JSON.stringify(value) : String(value);
  };
  return {
    type: 'text/csv; charset=utf-8',
    head: () =>
      `${csvStart}${csvLine([...columns.map(([key]) => say(`exports.column.${key}`)), say('exports.mark')])}`,
    row: (row) => csvLine([...columns.map(([key, as]) => cell(row[key], as)), mark]),
  };
}

/** For programs: the names of the columns and values as they are kept, instants in UTC (RFC 3339). */
function jsonLines(kind: ExportKind, mark: string): Writing {
  const names = columnsOf(kind).map(([key]) => key);
  return {
    type: 'application/jsonl; charset=utf-8',
    head: () => '',
    row: (row) =>
      `${JSON.stringify({ ...Object.fromEntries(names.map((it) => [it, row[it] ?? null])), export: mark })}\n`,
  };
}

export const writingOf = (format: Format, kind: ExportKind, mark: string, inWords: InWords) =>
  format === 'csv' ? csv(kind, mark, inWords) : jsonLines(kind, mark);

const two = (value: number): string => String(value).padStart(2, '0');

/** '2026-11-29 09:05': spreadsheets read it as a time. */
function moment(at: Date, zone: string): string {
  const minutes = Math.floor(wallClockOf(at, zone).millis / 60_000);
  return `${civilDateOf(at, zone)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

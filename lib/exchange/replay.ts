import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { loadRules } from '@/lib/appeals/rules';
import type { Locale } from '@/lib/i18n/locale';
import { now } from '@/lib/time/now';
import { numberIn, type Reading, readAppealRow } from './appeal-row';
import { type Column, layoutOf } from './columns';
import { type BadRow, type Fault, reasonOf } from './faults';
import { figuresOf, type ImportFigures } from './figures';
import { findImport, finishImport, reopenImport } from './import-record';
import { inFlight } from './in-flight';
import { type Ground, playRow, type RowOutcome } from './play-row';
import { receivingUnits } from './receiving-units';
import { type TableRow, tableRows } from './table-rows';

export interface ReplayOptions {
  file: string;
  /** Name of the import: the same source twice is the same import. */
  source: string;
  /** Columns by the names they have in this file, before the names they are known by. */
  columns: Partial<Record<Column, string>>;
  /** Code of the unit the appeals go to, where the table does not say; null: one made for imports. */
  unit: string | null;
  /** Language the texts are in, and the words for what the source does not tell. */
  locale: Locale;
  words: { place: string; said: string };
  /** How many appeals are worked on at once. */
  atOnce: number;
}

/** How far a run is; `part` of the file read, 0 to 1. */
export interface Progress {
  part: number;
  read: number;
  filed: number;
  continued: number;
  resolved: number;
  there: number;
  bad: number;
}

export interface Watcher {
  progress(so: Progress): void;
  badRow(row: BadRow): void;
}

export type Replayed =
  | { ok: true; counts: Progress; figures: ImportFigures }
  /** Nothing was done: the file or an option cannot be used. */
  | { ok: false; problem: string };

/**
 * Plays a table of appeals through the same steps as any other, each at its own time. Bad rows are
 * told and left out; throws where the database is gone, and may then simply be run again.
 */
export async function replay(options: ReplayOptions, watcher: Watcher): Promise<Replayed> {
  const size = await sizeOf(options.file);
  if (size === null) return { ok: false, problem: `The file ${options.file} cannot be read.` };
  const rows = tableRows(createReadStream(options.file));
  try {
    const header = (await rows.next()).value as TableRow | undefined;
    if (!header?.cells) {
      const why = header?.fault ? reasonOf(header.fault) : 'it is empty';
      return { ok: false, problem: `The first line of the file is no header: ${why}.` };
    }
    const layout = layoutOf(header.cells, options.columns);
    if ('problem' in layout) return { ok: false, problem: layout.problem };
    const unitIdOf = await receivingUnits(options.unit);
    if (!unitIdOf) return { ok: false, problem: `There is no unit with the code ${options.unit}.` };

    const { calendar } = await loadRules();
    const startedAt = now();
    const { place, said } = options.words;
    const reading: Reading = { layout, zone: calendar.zone, place, now: startedAt };
    const record = await findImport(options.source);
    const beforeWriting = reopening(record);
    const ground: Ground = {
      importId: record.id,
      beforeWriting,
      unitIdOf,
      said,
      locale: options.locale,
      now: startedAt,
    };
    const counts = await playAll(rows, reading, ground, { size, atOnce: options.atOnce }, watcher);
    if (record.running) await finishImport(record.id);
    return { ok: true, counts, figures: await figuresOf(record.id) };
  } finally {
    await rows.return(undefined);
  }
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
}

/** Opens a finished import once, before the first thing that is written. */
function reopening(record: { id: string; running: boolean }): () => Promise<void> {
  let opened: Promise<void> | null = null;
  return () => {
    if (!record.running) {
      record.running = true;
      opened = reopenImport(record.id);
    }
    return opened ?? Promise.resolve();
  };
}

async function playAll(
  rows: AsyncIterable<TableRow>,
  reading: Reading,
  ground: Ground,
  { size, atOnce }: { size: number; atOnce: number },
  watcher: Watcher,
): Promise<Progress> {
  const counts = { part: 0, read: 0, filed: 0, continued: 0, resolved: 0, there: 0, bad: 0 };
  const hands = inFlight(atOnce);
  const leaveOut = (line: number, number: string | null, fault: Fault) => {
    counts.bad += 1;
    watcher.badRow({ line, number, fault });
  };
  const count = (outcome: RowOutcome, line: number, number: string) => {
    if (outcome.kind === 'bad') return leaveOut(line, number, outcome.fault);
    counts[outcome.kind] += 1;
    if (outcome.kind !== 'there' && outcome.resolved) counts.resolved += 1;
  };

  for await (const { line, cells, fault, readTo } of rows) {
    counts.read += 1;
    counts.part = size > 0 ? readTo / size : 1;
    const read = cells ? readAppealRow(cells, reading) : (fault ?? { code: 'quotes' as const });
    if ('code' in read) leaveOut(line, cells && numberIn(cells, reading.layout), read);
    else {
      const { row } = read;
      await hands.add(row.number, async () => {
        count(await playRow(row, ground), line, row.number);
        watcher.progress(counts);
      });
    }
    watcher.progress(counts);
  }
  await hands.done();
  watcher.progress(counts);
  return counts;
}

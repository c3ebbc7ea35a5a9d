import type { Table } from '@/lib/appeals/write';
import { CopyLines } from './copy-text';
import { lay } from './lay';
import { type Mould, mouldOf } from './mould';
import { type Coming, type Outbreak, outbreaksOf } from './outbreaks';
import { finished, playCourse } from './play-case';
import type { Scene } from './scene';
import type { FilingDay } from './seasons';

/** Rows of one table, ready for COPY. */
export interface TableRows {
  table: Table;
  columns: readonly string[];
  count: number;
  rows: Uint8Array;
}

export interface Batch {
  cases: number;
  events: number;
  tables: TableRows[];
}

/** All cases of some civil days, played and written as COPY wants them. */
export function batchOf(scene: Scene, days: readonly FilingDay[]): Batch {
  const lines = new Map<Table, CopyLines>();
  const batch: Batch = { cases: 0, events: 0, tables: [] };
  for (const day of days) {
    for (const outbreak of outbreaksOf(day, scene.rules.calendar, scene)) {
      batch.events += collectAll(lines, outbreak, scene);
      batch.cases += outbreak.length;
    }
  }
  for (const [table, it] of lines) {
    batch.tables.push({ table, columns: it.columns, count: it.count, rows: it.bytes() });
  }
  return batch;
}

/**
 * The first of an outbreak is played and the others are laid after it; where its course is no mould for
 * them, the next is the first. Answers how many events they have.
 */
function collectAll(lines: Map<Table, CopyLines>, outbreak: Outbreak, scene: Scene): number {
  const lineOf = (table: Table, row: object) => lines.get(table)?.lineOf(row) ?? '';
  let events = 0;
  let left: readonly Coming[] = outbreak;
  for (let [first, ...others] = left; first; [first, ...others] = left) {
    const course = playCourse(scene, first.nth, first.on);
    for (const [table, rows] of finished(course.player)) collect(lines, table, rows, scene);
    events += course.player.steps.length;
    const span = (others.at(-1)?.on.at ?? first.on.at) - first.on.at;
    const mould = span > 0 ? mouldOf(scene, course, span, lineOf) : null;
    left = mould ? [] : others;
    for (const { nth, on } of mould ? others : []) {
      const laid = lay(scene, course, mould as Mould, nth, on);
      for (const { table, count, text } of laid.lines) lines.get(table)?.addLines(text, count);
      for (const [table, rows] of laid.rows) collect(lines, table, rows, scene);
      events += course.player.steps.length;
    }
  }
  return events;
}

function collect(
  lines: Map<Table, CopyLines>,
  table: Table,
  rows: readonly object[],
  { columns }: Scene,
): void {
  const [first] = rows;
  if (!first) return;
  let own = lines.get(table);
  if (!own) {
    own = new CopyLines(first, columns[table]);
    lines.set(table, own);
  }
  for (const row of rows) own.add(row);
}

/** Days put together so that a batch has about so many cases: what is in memory at once. */
export function inBatches(days: readonly FilingDay[], cases: number): FilingDay[][] {
  const batches: FilingDay[][] = [];
  let filled = cases;
  for (const day of days) {
    if (filled >= cases) {
      batches.push([]);
      filled = 0;
    }
    batches.at(-1)?.push(day);
    filled += day.count;
  }
  return batches;
}

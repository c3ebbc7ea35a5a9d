import type { Table } from '@/lib/appeals/write';
import { CopyLines } from './copy-text';
import { playCase } from './play-case';
import type { Scene } from './scene';
import { type FilingDay, momentsOf } from './seasons';

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
    for (const [nth, at] of momentsOf(day, scene.rules.calendar, scene.seed).entries()) {
      const made = playCase(scene, day.first + nth, { day: day.day, at, inDay: nth + 1 });
      batch.cases += 1;
      for (const [table, rows] of made) {
        if (table === 'Event') batch.events += rows.length;
        collect(lines, table, rows, scene);
      }
    }
  }
  for (const [table, it] of lines) {
    batch.tables.push({ table, columns: it.columns, count: it.count, rows: it.bytes() });
  }
  return batch;
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

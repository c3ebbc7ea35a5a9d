import type { Table } from '@/lib/appeals/write';
import { BinaryRows } from './binary-rows';
import { lay } from './lay';
import { type Mould, mouldOf } from './mould';
import { type Coming, type Outbreak, outbreaksOf } from './outbreaks';
import { type Course, finished, playCourse } from './play-case';
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
  const rows = rowsByTable(scene);
  const batch: Batch = { cases: 0, events: 0, tables: [] };
  for (const day of days) {
    for (const outbreak of outbreaksOf(day, scene.rules.calendar, scene)) {
      batch.events += collectAll(rows, outbreak, scene);
      batch.cases += outbreak.length;
    }
  }
  for (const [table, it] of rows.tables) {
    batch.tables.push({ table, columns: it.columns, count: it.count, rows: it.bytes() });
  }
  return batch;
}

/**
 * The first of an outbreak is played and the others are laid after it, as many as its course holds for; the
 * next of them is the first again. Answers how many events they have.
 */
function collectAll(rows: RowsByTable, outbreak: Outbreak, scene: Scene): number {
  let events = 0;
  let left: readonly Coming[] = outbreak;
  for (let [first, ...others] = left; first; [first, ...others] = left) {
    const course = playCourse(scene, first.nth, first.on);
    for (const [table, list] of finished(course.player)) rows.add(table, list);
    const { mould, following } = followers(scene, course, others, rows);
    if (mould) {
      for (const { nth, on } of following) lay(scene, course, mould, nth, on, rows.of);
    }
    events += (1 + following.length) * course.player.steps.length;
    left = others.slice(following.length);
  }
  return events;
}

/** Those for whom the course holds: all, or of them half, or a quarter, where a day or an office ends between. */
function followers(
  scene: Scene,
  course: Course,
  others: readonly Coming[],
  rows: RowsByTable,
): { mould: Mould | null; following: readonly Coming[] } {
  for (let count = others.length; count > 0; count >>= 1) {
    const following = others.slice(0, count);
    const span = (following.at(-1)?.on.at ?? 0) - course.opening.at;
    const mould = mouldOf(scene, course, span, rows.of);
    if (mould) return { mould, following };
  }
  return { mould: null, following: [] };
}

/** Rows by table, each beginning with its first. */
export function rowsByTable({ columns }: Scene) {
  const tables = new Map<Table, BinaryRows>();
  return {
    tables: tables as ReadonlyMap<Table, BinaryRows>,
    add(table: Table, list: readonly object[]): void {
      const [first] = list;
      if (!first) return;
      const own = tables.get(table) ?? new BinaryRows(first, columns[table]);
      tables.set(table, own);
      for (const row of list) own.add(row);
    },
    /** Of a table of which there is a row already. */
    of(table: Table): BinaryRows {
      const own = tables.get(table);
      if (!own) throw new Error(`no row of ${table} yet`);
      return own;
    },
  };
}

export type RowsByTable = ReturnType<typeof rowsByTable>;

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

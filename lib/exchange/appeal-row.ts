import type { z } from 'zod';
import { file as filing } from '@/lib/appeals/transitions/file';
import { resolve } from '@/lib/appeals/transitions/resolve';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { parseLocal } from '@/lib/time/civil';
import type { Column, Layout } from './columns';
import type { Fault } from './faults';

/** One appeal as a table tells it, checked against what the steps ask. */
export interface AppealRow {
  /** Under which the appeal is known where it comes from. */
  number: string;
  filedAt: Date;
  /** Input of `file`. */
  filing: { what: string; place: string; title?: string | undefined };
  /** Absent where nobody has answered. */
  reply: { at: Date; answer: string } | null;
  /** Code or name of a unit, where the table has such a column and it is filled in. */
  unit: string | null;
}

const longestTitle = 60;
const longestNumber = 100;

export interface Reading {
  layout: Layout;
  /** In which times without an offset are meant. */
  zone: string;
  /** Taken where the table names no place. */
  place: string;
  /** Nothing happened later than this. */
  now: Date;
}

/**
 * Reads a row. Whoever filed it is not read at all: what a resident may be told later goes by the
 * case, and a name nobody needs is not kept.
 */
export function readAppealRow(
  cells: readonly string[],
  reading: Reading,
): { row: AppealRow } | Fault {
  const { layout } = reading;
  if (cells.length !== layout.width) {
    return { code: 'columns', values: { count: cells.length, expected: layout.width } };
  }
  const cell = (column: Column): string => {
    const index = layout.at[column];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  const number = numberIn(cells, layout);
  if (!number) return { code: 'noNumber' };
  if (number.length > longestNumber) return { code: 'longNumber', values: { most: longestNumber } };

  const filedAt = timeIn('filedAt', cell('filedAt'), reading);
  if (!(filedAt instanceof Date)) return filedAt;
  const reply = replyIn(cell('answer'), cell('answeredAt'), filedAt, reading);
  if (reply && 'code' in reply) return reply;

  const title = cell('title');
  const filed = checked(filing.input, {
    what: cell('what'),
    place: cell('place') || reading.place,
    ...(title ? { title: cutTitle(title) } : {}),
  });
  if (!filed.ok) return filed.fault;
  const { what, place, title: heading } = filed.data;
  return {
    row: {
      number,
      filedAt,
      filing: { what, place, title: heading },
      reply,
      unit: cell('unit') || null,
    },
  };
}

/** The number a row goes by, also where the rest of it cannot be read. */
export function numberIn(cells: readonly string[], layout: Layout): string | null {
  return cells[layout.at.number ?? -1]?.normalize('NFKC').trim() || null;
}

function timeIn(field: Column, text: string, { zone, now }: Reading): Date | Fault {
  if (!text) return { code: 'noTime', values: { field } };
  const at = parseLocal(text, zone);
  if (!at) return { code: 'wrongTime', values: { field, text: text.slice(0, 40) } };
  return at > now ? { code: 'future', values: { field } } : at;
}

function replyIn(
  text: string,
  time: string,
  filedAt: Date,
  reading: Reading,
): AppealRow['reply'] | Fault {
  if (!text && !time) return null;
  const at = timeIn('answeredAt', time, reading);
  if (!(at instanceof Date)) return at;
  if (at < filedAt) return { code: 'replyBeforeAppeal' };
  const answered = checked(resolve.input, { outcome: 'done', answer: text });
  return answered.ok ? { at, answer: answered.data.answer } : answered.fault;
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): { ok: true; data: z.output<Schema> } | { ok: false; fault: Fault } {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, data: parsed.data };
  return { ok: false, fault: faultOf(problemsOf(parsed.error)[0]) };
}

function faultOf(problem: FormProblem | undefined): Fault {
  const field = problem?.field ?? '';
  switch (problem?.code) {
    case 'required':
      return { code: 'noText', values: { field } };
    case 'tooLong':
    case 'badCharacters':
    case 'hiddenMarks':
      return { code: problem.code, values: { field, ...problem.values } };
    default:
      return { code: 'wrongText', values: { field, problem: problem?.code ?? '' } };
  }
}

/** A heading of one line, cut with an ellipsis where it is too long. */
export function cutTitle(text: string): string {
  const letters = [...text.normalize('NFC').replace(/\s+/g, ' ').trim()];
  return letters.length > longestTitle
    ? `${letters.slice(0, longestTitle - 1).join('')}…`
    : letters.join('');
}

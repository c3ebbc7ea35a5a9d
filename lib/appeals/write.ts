import { type Database, planned, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Changes } from './decide';
import { erasing } from './write-erasure';

/** Columns that may change after a row is written; other tables are only ever added to. */
const changing = {
  Appeal:
    'status closedAs kind urgency categoryId step round closedAt reopenUntil lastSeq lastHash lastAt recused namesPerson fallbackIds fallbackFor contactsErasedAt wordsErasedAt eraseAsked',
  Voice: 'role reach generation leftAt',
  Round: 'resolvedAt outcome unitId unitPath atDesk invited countedAt endedAt',
  Assignment: 'personId untilAt endedAs',
  Clock:
    'dueAt remaining yellowAt redAt stoppedAt outcome amount unit source calendarVersion provisional card',
  Pause: 'untilAt',
  Call: 'personId reportedInAt arrivedAt reportedBackAt endedAt endedSeq outcome helpRating callRating',
  Request: 'endedAt outcome endedSeq',
  Question: 'endedAt endedAs endedSeq',
  Cause: 'answeredAt answeredSeq byOn endedAt endedSeq',
  Recusal: 'endedAt endedSeq',
  Merge: 'untilAt',
  Showing: 'shownSeq shownAt endedAt',
  Asking: 'holds answeredSeq answeredAt',
  SpotCheck: 'tries how outcome personId endedAt endedSeq',
  Supervision: 'level cause leaderId takenAt nextOn releasedAt',
} as const;

export type Table =
  | keyof typeof changing
  | 'Extension'
  | 'Verdict'
  | 'Pressure'
  | 'Interview'
  | 'Message'
  | 'Text'
  | 'Turn'
  | 'Event'
  | 'Notice'
  | 'Contact'
  | 'Detail'
  | 'Keyword'
  | 'Nearby';

/** Rows as they stand, or as a statement makes them of those given to it. */
type Source = (rows: Prisma.Sql) => Prisma.Sql;

const asGiven: Source = (rows) => rows;

function put(table: Table, rows: readonly object[], source: Source = asGiven): Prisma.Sql {
  const columns: string[] =
    table in changing ? changing[table as keyof typeof changing].split(' ') : [];
  const name = Prisma.raw(`"${table}"`);
  const conflict = columns.length
    ? Prisma.raw(
        `ON CONFLICT (id) DO UPDATE SET ${columns.map((it) => `"${it}" = EXCLUDED."${it}"`).join(', ')}`,
      )
    : Prisma.empty;
  // Only columns the rows name: one that a later migration adds keeps its default under this code.
  const named = Prisma.raw(
    Object.keys(rows[0] ?? {})
      .map((it) => `"${it}"`)
      .join(', '),
  );
  return Prisma.sql`${Prisma.raw(`put_${table}`)} AS (
    INSERT INTO ${name} (${named})
    SELECT ${named} FROM jsonb_populate_recordset(NULL::${name}, ${source(Prisma.sql`${JSON.stringify(rows)}::jsonb`)}) ${conflict})`;
}

/** Of rows written more than once the last; the order is that of their first writing. */
function latest<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((it) => [it.id, it])).values()];
}

/** Rows a filing brings beside what is decided: the contact, the resident's own words, what finds them. */
export interface Beside {
  Contact?: object[];
  Detail?: object[];
  Keyword?: object[];
  /** That whoever filed may be asked about things near them. */
  Nearby?: object[];
}

/**
 * What one decision, or several on the same appeal one after another, leave in each table: every event
 * and text, and what else they changed as the last of them left it.
 */
export function rowsOf(
  steps: readonly [Changes, ...Changes[]],
  beside: Beside = {},
): [Table, readonly object[]][] {
  const last = steps.at(-1) ?? steps[0];
  return [
    ['Appeal', [last.appeal]],
    ['Voice', latest(steps.flatMap((it) => it.voices))],
    ['Round', latest(steps.flatMap((it) => it.rounds))],
    ['Assignment', latest(steps.flatMap((it) => it.assignments))],
    ['Call', latest(steps.flatMap((it) => it.calls))],
    ['Merge', latest(steps.flatMap((it) => it.merges))],
    ['Clock', latest(steps.flatMap((it) => it.clocks))],
    ['Request', latest(steps.flatMap((it) => it.requests))],
    ['Question', latest(steps.flatMap((it) => it.questions))],
    ['Cause', latest(steps.flatMap((it) => it.causes))],
    ['Pause', latest(steps.flatMap((it) => it.pauses))],
    ['Extension', steps.flatMap((it) => it.extensions)],
    ['Supervision', latest(steps.flatMap((it) => it.supervisions))],
    ['Recusal', latest(steps.flatMap((it) => it.recusals))],
    ['Showing', latest(steps.flatMap((it) => it.showings))],
    ['Asking', latest(steps.flatMap((it) => it.askings))],
    ['SpotCheck', latest(steps.flatMap((it) => it.checks))],
    ['Verdict', steps.flatMap((it) => it.verdicts)],
    ['Pressure', steps.flatMap((it) => it.pressures)],
    ['Interview', steps.flatMap((it) => it.interviews)],
    ['Message', steps.flatMap((it) => it.messages)],
    ['Text', steps.flatMap((it) => it.texts)],
    ['Event', steps.map((it) => it.event)],
    ['Notice', steps.flatMap((it) => it.notices)],
    ['Turn', last.turns],
    ['Contact', [...steps.flatMap((it) => it.contacts), ...(beside.Contact ?? [])]],
    ['Detail', beside.Detail ?? []],
    ['Keyword', beside.Keyword ?? []],
    ['Nearby', beside.Nearby ?? []],
  ];
}

/**
 * Writes one decision, or several on the same appeal one after another, in one statement: whole rows
 * go in as JSON and come out typed by the tables themselves. However many records they touch, this
 * costs one round trip; of several steps every event and text is written, and what else they changed
 * as the last of them left it. Foreign keys are checked when the statement ends, so the order of the
 * tables does not matter; unique keys row by row, so within a table old rows (a lead that ends, a filer
 * who leaves) stand before new ones.
 */
export async function writeChanges(
  transaction: Transaction,
  steps: readonly [Changes, ...Changes[]],
): Promise<void> {
  const last = steps.at(-1) ?? steps[0];
  const puts = rowsOf(steps)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => put(table, rows));
  const gone = Prisma.sql`gone AS (DELETE FROM "Turn" WHERE "appealId" = ${last.appeal.id}::uuid)`;
  await transaction.$executeRaw`${planned} WITH ${Prisma.join([gone, ...puts, ...steps.flatMap(erasing)])} SELECT 1`;
}

/**
 * Writes a filing in one statement that draws its case number as well: filings of a day wait in line for the counter, and
 * so nobody holds it while anything but that statement is done.
 *
 * @param on the civil day the numbers are counted on, `2026-11-16`.
 * @returns the case number, as `caseNumber` writes it.
 */
export async function writeFiling(
  database: Database,
  changes: Changes,
  beside: Beside,
  on: string,
): Promise<string> {
  const numbered: Source = (rows) =>
    Prisma.sql`jsonb_set(${rows}, '{0,caseNumber}', (SELECT to_jsonb(number) FROM numbered))`;
  const puts = rowsOf([changes], beside)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => put(table, rows, table === 'Appeal' ? numbered : asGiven));
  const [drawn] = await database.$queryRaw<{ number: string }[]>`${planned}
    WITH drawn AS (
      INSERT INTO "CaseCounter" ("on", last) VALUES (${on}, 1)
      ON CONFLICT ("on") DO UPDATE SET last = "CaseCounter".last + 1 RETURNING last),
    numbered AS (
      SELECT replace(${on}, '-', '') || lpad(last::text, greatest(4, length(last::text)), '0') AS number FROM drawn),
    ${Prisma.join(puts)}
    SELECT number FROM numbered`;
  if (!drawn) throw new Error('no case number was drawn');
  return drawn.number;
}

import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { reading } from '@/lib/db/reading';
import { mayMeasure } from '@/lib/measures/access';
import type { Period } from '@/lib/measures/period';
import { may, type PersonActor } from '@/lib/people/actor';
import { type Asked, type ExportKind, tables } from './tables';
import { type Format, type Say, type Writing, writingOf } from './written';

/** Two at once: each holds a connection and a view of the database for as long as it is read. */
const mostAtOnce = 2;
/** Rows in memory. */
const rowsAtOnce = 2000;
/** Whoever reads slower than this has to take a shorter period. */
const longest = 30 * 60_000;

export interface ExportAsk {
  kind: ExportKind;
  format: Format;
  period: Period;
  names: 'zh' | 'en';
  zone: string;
  say: Say;
  /** What stands in every row, by the number of the export. */
  mark(number: number): string;
}

export type Started =
  | { ok: true; number: number; type: string; body: ReadableStream<Uint8Array> }
  | { ok: false; problem: 'notFound' | 'busy' };

/**
 * One table as a file, row by row from one moment of the database: no memory is needed for its size, and what
 * changes meanwhile is not in it. It is in the ledger before its first row leaves, with its number in every row.
 */
export async function startExport(actor: PersonActor, ask: ExportAsk): Promise<Started> {
  if (!mayMeasure(actor) || !may(actor, tables[ask.kind].needs)) {
    return { ok: false, problem: 'notFound' };
  }
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  return new Promise((resolve, reject) => {
    handOver(actor, ask, writable.getWriter(), (it) =>
      resolve(it.ok ? { ...it, body: readable } : it),
    ).catch(reject);
  });
}

type Begun = { ok: true; number: number; type: string } | { ok: false; problem: 'busy' };

/** A row of the ledger. */
interface Entry {
  id: string;
  number: number;
  at: Date;
}

async function handOver(
  actor: PersonActor,
  ask: ExportAsk,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  begin: (it: Begun) => void,
): Promise<void> {
  let entry: Entry | null = null;
  let [rows, tries, begun] = [0, 0, false];

  const write = async (transaction: Transaction, made: Entry) => {
    const mine = tries;
    const digest = createHash('sha256');
    const send = async (text: string) => {
      if (mine !== tries) throw new Error('the file is made from another database by now');
      const bytes = Buffer.from(text);
      digest.update(bytes);
      await writer.ready;
      await writer.write(bytes);
    };
    await open(transaction, actor, ask, made);
    const found = chunks(transaction);
    // Whatever is wrong with the question shows here, before anything has left.
    let next = await found.next();
    const writing = writingOf(ask.format, ask.kind, ask.mark(made.number), ask);
    if (mine === tries) {
      begun = true;
      begin({ ok: true, number: made.number, type: writing.type });
    }
    await send(writing.head());
    for (; !next.done; next = await found.next()) {
      await send(written(next.value, writing));
      rows += next.value.length;
      await note(made.id, { rows });
    }
    await note(made.id, {
      rows,
      endedAt: await databaseClock(db()),
      digest: digest.digest('hex'),
    });
  };

  try {
    await reading(actor, (database, standby) => {
      tries++;
      // Rows of another moment cannot follow those that have left.
      if (begun) throw new Error('the database this file was read from is lost');
      // The places are everybody's, hence taken in the database itself, which then keeps no view of its own.
      return db().$transaction(
        async (transaction) => {
          await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
          if (!(await takePlace(transaction, actor))) return begin({ ok: false, problem: 'busy' });
          entry ??= await enter(transaction, actor, ask);
          const made = entry;
          if (!standby) return write(transaction, made);
          return database.$transaction((there) => write(there, made), oneMoment);
        },
        standby ? { ...oneMoment, isolationLevel: 'ReadCommitted' } : oneMoment,
      );
    });
    await (entry ? writer.close() : writer.abort());
  } catch (error) {
    const failed = entry as { id: string } | null;
    if (failed) await note(failed.id, { rows, endedAt: await databaseClock(db()) });
    await writer.abort(error).catch(() => {});
    // Whoever reads has gone away or is told by the stream itself; before its first row it is our fault.
    if (!begun) throw error;
  }
}

const oneMoment = {
  isolationLevel: 'RepeatableRead',
  maxWait: 10_000,
  timeout: longest,
} as const;

/** One file at a time for each person; the locks go with the transaction, however it ends. */
async function takePlace(transaction: Transaction, { personId }: PersonActor): Promise<boolean> {
  const [own] = await transaction.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('export'), hashtext(${personId})) AS taken`;
  if (!own?.taken) return false;
  for (let place = 1; place <= mostAtOnce; place++) {
    const [one] = await transaction.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtext('export place'), ${place}::int) AS taken`;
    if (one?.taken) return true;
  }
  return false;
}

/** In the ledger, outside of the transaction that only reads. */
async function enter(transaction: Transaction, actor: PersonActor, ask: ExportAsk) {
  const { fromOn, toOn } = ask.period;
  return db().export.create({
    data: {
      id: newId(),
      at: await databaseClock(transaction),
      personId: actor.personId,
      kind: ask.kind,
      format: ask.format,
      fromOn,
      toOn,
      rows: 0,
    },
    select: { id: true, number: true, at: true },
  });
}

const note = (id: string, data: { rows: number; endedAt?: Date; digest?: string }) =>
  db().export.update({ where: { id }, data, select: { id: true } });

async function open(
  transaction: Transaction,
  actor: PersonActor,
  ask: ExportAsk,
  { at }: Entry,
): Promise<void> {
  const asked: Asked = {
    actor,
    period: ask.period,
    unitPath: null,
    alone: false,
    at,
    names: ask.names,
  };
  const rows: Prisma.Sql = tables[ask.kind].rows(asked);
  await transaction.$executeRaw`DECLARE exported NO SCROLL CURSOR FOR ${rows}`;
}

async function* chunks(transaction: Transaction): AsyncGenerator<Record<string, unknown>[]> {
  for (;;) {
    const rows = await transaction.$queryRaw<Record<string, unknown>[]>(
      Prisma.sql`FETCH ${Prisma.raw(String(rowsAtOnce))} FROM exported`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) return;
  }
}

function written(rows: readonly Record<string, unknown>[], writing: Writing): string {
  let text = '';
  for (const row of rows) text += writing.row(row);
  return text;
}

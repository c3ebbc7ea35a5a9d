import { type EventRow, voucherOf } from '@/lib/appeals/event';
import type { TextRow } from '@/lib/appeals/records';
import type { Table } from '@/lib/appeals/write';
import { type BinaryRows, writeText } from './binary-rows';
import { gapsOf, type Places } from './gaps';
import { Growing } from './growing';
import { countsOfIds, diceOf, saltsOf } from './ids';
import { type Course, finished, playAgain } from './play-case';
import type { Scene } from './scene';

/** What stands in a gap. */
export type Gap =
  | { what: 'id'; count: number }
  /** An instant that comes later as the case is filed later: by all of it, or by so much of it. */
  | { what: 'time'; at: number; pace: number }
  | { what: 'salt'; nth: number }
  /** Of the nth text, or of a field of the contact. */
  | { what: 'commitment'; of: number | string }
  | { what: 'body'; of: number }
  | { what: 'hash'; seq: number }
  | { what: 'number' };

/** A gap and the bytes at which it lies. */
export interface Placed {
  gap: Gap;
  bytes: number[];
  text: number[];
}

/** Bytes from here to there, and behind them the words of a text, if any. */
export interface Part {
  from: number;
  to: number;
  body: number | null;
}

/** All rows of a course as COPY reads them, with gaps for what another case has of its own. */
export interface Mould {
  /** Filled in anew for every case, and copied. */
  form: Buffer;
  tables: readonly { table: Table; count: number; parts: readonly Part[] }[];
  /** What the chain vouches for, by event: parts of the form that become no row. */
  vouchers: readonly Part[];
  gaps: readonly Placed[];
  /** Gaps of the hashes of its events, which are known one after another. */
  links: readonly Placed[];
  texts: readonly TextRow[];
  salts: number;
}

/** Written by whoever lays a case: they are somebody's own from the first to the last word. */
const apart: readonly Table[] = ['Contact', 'Detail', 'Keyword'];

/**
 * The course as a mould for cases filed up to `span` later, an hour at most, or null where it cannot be one.
 *
 * It is played a second time with everybody's steps `span` later, and both must agree in everything but
 * instants, each of which is either the same in both (a close of business, a date) or `span` later. Then what
 * lies between follows: with all steps moved by d, whatever the rules compute is made of instants that move
 * with d and instants that do not, by comparing them and taking the earlier or later. So it never goes back,
 * and it goes with d, or stands still, or leaps, by the hours an office is closed or by days. What is the same
 * at both ends has therefore stood still between them, and what has moved by all of `span`, which is less than
 * any leap, has neither stood still nor leapt. Whole minutes, because the system acts on the minute. That it
 * is so of every single row is what tests/lib/generate/laid.test.ts proves by playing the cases instead.
 *
 * One instant may also lie between: a yellow card is due when a quarter of a limit is left, and where that
 * ends with a close of business only its beginning moves (lib/sla/card.ts). So the card is due a quarter of d
 * later: whole milliseconds, as d is whole minutes. It cannot have come there by a leap, which is days. Only
 * the time it is due is allowed that: if the card was given, on the minute, the two playings differ.
 */
export function mouldOf(
  scene: Scene,
  course: Course,
  span: number,
  rowsOf: (table: Table) => BinaryRows,
): Mould | null {
  const { opening, player } = course;
  // When it comes before the interviewers is by chance, each round's own.
  if (player.file().appeal.status === 'resolved') return null;
  const later = playAgain(scene, course, { ...opening, at: opening.at + span }, new Map());
  if (!later) return null;
  const events = player.steps.map((it) => it.event);
  const texts = player.steps.flatMap((it) => it.texts);
  const salts = saltsUpTo(scene, opening.nth, texts.length + 1);
  const marks = gapsOf<Gap>();
  const marked = marking(scene, course, span, ownOf(course, texts, salts), marks.for);
  const form = writtenForm(marks.gaps, opening.number.length);

  const thenRows = finished(later.player);
  for (const [at, [table, list]] of finished(player).entries()) {
    if (list.length === 0 || apart.includes(table)) continue;
    const thenList = thenRows[at]?.[1] ?? [];
    if (thenList.length !== list.length) return null;
    const made = list.map((row, nth) => marked.fields(row, thenList[nth] ?? {}));
    if (table === 'Text') {
      for (const [of, row] of made.entries()) {
        Object.assign(row, { body: marks.for(`body ${of}`, { what: 'body', of }) });
      }
    }
    form.table(table, rowsOf(table), made);
  }
  const thenEvents = later.player.steps.map((it) => it.event);
  for (const [nth, event] of events.entries()) {
    form.voucher(voucherOf(marked.fields(event, thenEvents[nth] ?? {}) as EventRow));
  }
  return marked.alike() ? { ...form.done(), texts, salts: salts.length } : null;
}

/** Values that are the case's own wherever they stand. */
function ownOf({ opening, player }: Course, texts: readonly TextRow[], salts: readonly string[]) {
  const events = player.steps.map((it) => it.event);
  const own = new Map<string, Gap>([[opening.number, { what: 'number' }]]);
  for (const [nth, salt] of salts.entries()) own.set(salt, { what: 'salt', nth });
  for (const { seq, hash } of events) own.set(hash, { what: 'hash', seq });
  for (const [of, text] of texts.entries()) {
    const commitment = events[text.seq - 1]?.commitments[text.field];
    if (commitment) own.set(commitment, { what: 'commitment', of });
  }
  for (const [of, commitment] of Object.entries(events[0]?.data.contact ?? {})) {
    own.set(String(commitment), { what: 'commitment', of });
  }
  return own;
}

/** Puts marks for whatever another case has of its own, and sees whether both playings agree in the rest. */
function marking(
  scene: Scene,
  { opening }: Course,
  span: number,
  own: ReadonlyMap<string, Gap>,
  gap: (thing: string, it: Gap) => string,
) {
  const countOf = countsOfIds(scene.seed, opening.nth, opening.at);
  const thenCountOf = countsOfIds(scene.seed, opening.nth, opening.at + span);
  let alike = true;
  const differs = () => {
    alike = false;
    return null;
  };
  /** The instant as it is written. */
  function instant(at: Date, then: Date, ...paces: readonly number[]): unknown {
    const by = then.getTime() - at.getTime();
    if (by === 0) return at;
    const pace = paces.find((it) => by === span * it);
    if (pace === undefined) return differs();
    return gap(`${at.getTime()} ${pace}`, { what: 'time', at: at.getTime(), pace });
  }
  function words(value: string, then: string): unknown {
    const known = own.get(value);
    if (known) return gap(value, known);
    const count = countOf(value);
    if (count !== null) {
      return count === thenCountOf(then) ? gap(value, { what: 'id', count }) : differs();
    }
    if (value === then) return value;
    return isInstant.test(value) && isInstant.test(then)
      ? instant(new Date(value), new Date(then), 1)
      : differs();
  }
  function marked(value: unknown, then: unknown, ofYellow = false): unknown {
    if (typeof value === 'string' && typeof then === 'string') return words(value, then);
    if (value instanceof Date && then instanceof Date) {
      return ofYellow ? instant(value, then, 1, 1 / 4) : instant(value, then, 1);
    }
    if (Array.isArray(value) && Array.isArray(then)) {
      return value.length === then.length
        ? value.map((it, nth) => marked(it, then[nth]))
        : differs();
    }
    if (isRecord(value) && isRecord(then)) return fields(value, then);
    return value === then ? value : differs();
  }
  function fields<Row extends object>(row: Row, then: object): Row {
    const names = Object.keys(row);
    if (names.length !== Object.keys(then).length) differs();
    const made: Record<string, unknown> = {};
    for (const name of names) {
      const its = (then as Record<string, unknown>)[name];
      made[name] = marked(row[name as keyof Row], its, name === 'yellowAt');
    }
    return made as Row;
  }
  return { fields, alike: () => alike };
}

/** Bytes of each gap within a text. */
const widths = { id: 36, time: 24, salt: 32, commitment: 64, hash: 64 } as const;

/** Collects the form and where its gaps lie. */
function writtenForm(gaps: readonly Gap[], number: number) {
  const form = new Growing(32 * 1024);
  const placed: Placed[] = [];
  const tables: { table: Table; count: number; parts: Part[] }[] = [];
  const vouchers: Part[] = [];
  let parts: Part[] = [];
  let from = 0;
  const part = (body: number | null) => {
    parts.push({ from, to: form.length, body });
    from = form.length;
  };
  const places: Places = {
    width(nth) {
      const what = gaps[nth]?.what ?? 'number';
      if (what === 'body') return null;
      return what === 'number' ? number : widths[what];
    },
    note(nth, at, as) {
      const gap = gaps[nth];
      if (!gap) throw new Error(`no gap ${nth}`);
      placed[nth] ??= { gap, bytes: [], text: [] };
      placed[nth][as].push(at);
    },
    part(nth) {
      const gap = gaps[nth];
      part(gap?.what === 'body' ? gap.of : null);
    },
  };
  return {
    table(table: Table, rows: BinaryRows, list: readonly object[]) {
      for (const row of list) rows.write(form, row, places);
      part(null);
      tables.push({ table, count: list.length, parts });
      parts = [];
    },
    voucher(text: string) {
      writeText(form, text, places);
      vouchers.push({ from, to: form.length, body: null });
      from = form.length;
    },
    done() {
      const gaps: Placed[] = [];
      const links: Placed[] = [];
      for (const it of placed) {
        if (it?.gap.what === 'hash') links[it.gap.seq - 1] = it;
        else if (it) gaps.push(it);
      }
      return { form: form.written, tables, vouchers, gaps, links };
    },
  };
}

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);

/** The salts a case uses, in order: its contact's, then one a text. */
export function saltsUpTo({ seed }: Scene, nth: number, count: number): string[] {
  const next = saltsOf(diceOf(seed ^ 0x5a17, nth));
  return Array.from({ length: count }, next);
}

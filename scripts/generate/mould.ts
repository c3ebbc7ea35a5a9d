import { type EventRow, voucherOf } from '@/lib/appeals/event';
import type { TextRow } from '@/lib/appeals/records';
import type { Table } from '@/lib/appeals/write';
import { wallClockOf } from '@/lib/time/zone';
import { type Gapped, gapped, gapsOf } from './gaps';
import { countOfId, diceOf, saltsOf } from './ids';
import { type Course, finished, playAgain } from './play-case';
import type { Scene } from './scene';

/** What stands in a gap. */
export type Gap =
  | { what: 'id'; count: number }
  /** An instant that comes so much later as the case is filed later. */
  | { what: 'time'; at: number }
  | { what: 'salt'; nth: number }
  /** Of the nth text, or of a field of the contact. */
  | { what: 'commitment'; of: number | string }
  | { what: 'body'; of: number }
  | { what: 'hash'; seq: number }
  | { what: 'number' };

/** All rows of a course as COPY reads them, with gaps for what another case has of its own. */
export interface Mould {
  tables: readonly { table: Table; count: number; lines: Gapped }[];
  /** What the chain vouches for, by event. */
  vouchers: readonly Gapped[];
  gaps: readonly Gap[];
  texts: readonly TextRow[];
  salts: number;
}

/** Written by whoever lays a case: they are somebody's own from the first to the last word. */
const apart: readonly Table[] = ['Contact', 'Detail', 'Keyword'];

/**
 * The course as a mould for cases filed up to `span` later, all within the same minutes of its civil days,
 * or null where it cannot be one.
 *
 * It is played a second time with everybody's steps `span` later, and both must agree in everything but
 * instants, each of which is either the same in both (a close of business, a date) or `span` later, on the
 * same civil day. Then what lies between follows: with all steps moved by d, whatever the rules compute is
 * made of instants that move with d and instants that do not, by comparing them and taking the earlier or
 * later; within one civil day nothing of that turns twice, so what is the same at both ends is the same at
 * every d between, and an instant that has moved by all of `span` moves by d. Whole minutes, because the
 * system acts on the minute. That it is so of every single row is what tests/lib/generate/laid.test.ts
 * proves by playing the cases instead.
 */
export function mouldOf(
  scene: Scene,
  course: Course,
  span: number,
  lineOf: (table: Table, row: object) => string,
): Mould | null {
  const { opening, player } = course;
  // When it comes before the interviewers is by chance, each round's own.
  if (player.file().appeal.status === 'resolved') return null;
  const begun = { ...opening, at: opening.at + span };
  const later = playAgain(scene, course, begun, new Map());
  if (!later) return null;
  const rows = finished(player);
  const events = player.steps.map((it) => it.event);
  const texts = player.steps.flatMap((it) => it.texts);

  const gaps: Gap[] = [];
  const marks = gapsOf();
  const gap = (thing: string, it: Gap): string => {
    const written = marks.for(thing);
    gaps[marks.numbers.get(thing) ?? 0] = it;
    return written;
  };
  const own = new Map<string, Gap>([[opening.number, { what: 'number' }]]);
  const salts = saltsUpTo(scene, opening.nth, texts.length + 1);
  for (const [nth, salt] of salts.entries()) own.set(salt, { what: 'salt', nth });
  for (const { seq, hash } of events) own.set(hash, { what: 'hash', seq });
  for (const [of, text] of texts.entries()) {
    const commitment = events[text.seq - 1]?.commitments[text.field];
    if (commitment) own.set(commitment, { what: 'commitment', of });
  }
  for (const [of, commitment] of Object.entries(events[0]?.data.contact ?? {})) {
    own.set(String(commitment), { what: 'commitment', of });
  }

  /** The instant as it is written; undefined where it is neither the same nor `span` later. */
  const instant = (at: Date, then: Date): string | undefined => {
    const by = then.getTime() - at.getTime();
    if (by === 0) return at.toISOString();
    const { zone } = scene.rules.calendar;
    const stays = wallClockOf(at, zone).day === wallClockOf(then, zone).day;
    if (by !== span || !stays) return undefined;
    return gap(at.toISOString(), { what: 'time', at: at.getTime() });
  };
  let alike = true;
  const differs = () => {
    alike = false;
    return null;
  };
  /** The value with marks for whatever another case has of its own. */
  function marked(value: unknown, then: unknown): unknown {
    if (typeof value === 'string' && typeof then === 'string') {
      const known = own.get(value);
      if (known) return gap(value, known);
      const count = countOfId(value, scene.seed, opening.nth, opening.at);
      if (count !== null) {
        const same = count === countOfId(then, scene.seed, opening.nth, begun.at);
        return same ? gap(value, { what: 'id', count }) : differs();
      }
      if (value === then) return value;
      return isInstant.test(value) && isInstant.test(then)
        ? (instant(new Date(value), new Date(then)) ?? differs())
        : differs();
    }
    if (value instanceof Date && then instanceof Date) return instant(value, then) ?? differs();
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
      made[name] = marked(row[name as keyof Row], (then as Record<string, unknown>)[name]);
    }
    return made as Row;
  }

  const thenRows = finished(later.player);
  const tables = rows.flatMap(([table, list], at) => {
    if (list.length === 0 || apart.includes(table)) return [];
    const thenList = thenRows[at]?.[1] ?? [];
    if (thenList.length !== list.length) differs();
    const lines = list.map((row, nth) => {
      const made = fields(row, thenList[nth] ?? {});
      if (table !== 'Text') return lineOf(table, made);
      return lineOf(table, { ...made, body: gap(`body ${nth}`, { what: 'body', of: nth }) });
    });
    return [{ table, count: list.length, lines: gapped(lines.join('')) }];
  });
  const thenEvents = later.player.steps.map((it) => it.event);
  const vouchers = events.map((event, nth) =>
    gapped(voucherOf(fields(event, thenEvents[nth] ?? {}) as EventRow)),
  );
  return alike ? { tables, vouchers, gaps, texts, salts: salts.length } : null;
}

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);

/** The salts a case uses, in order: its contact's, then one a text. */
export function saltsUpTo({ seed }: Scene, nth: number, count: number): string[] {
  const next = saltsOf(diceOf(seed ^ 0x5a17, nth));
  return Array.from({ length: count }, next);
}

import { countsAs, type MeasureKey, type Origin } from './define';
import { type Interval, wilson } from './wilson';

/** What a measure counted; people for verdicts, contact limits for response. */
export interface Tally {
  due: number;
  answered: number;
  yes: number;
  /** Answers given after the round was counted; they are in the three above. */
  late: number;
  /** Reached by an interviewer, and what of that would be a yes. In none of the above. */
  heard: number;
  heardYes: number;
}

/** So many due ones of one unit and origin with the same answer. */
export interface Counted {
  measure: MeasureKey;
  unitId: string | null;
  origin: Origin;
  /** Null: silent. */
  answer: string | null;
  /** What an interviewer heard; null: nothing. */
  heard: string | null;
  late: boolean;
  n: number;
}

export function tallyOf(rows: readonly Counted[]): Tally {
  const total: Tally = { due: 0, answered: 0, yes: 0, late: 0, heard: 0, heardYes: 0 };
  for (const { measure, answer, heard, late, n } of rows) {
    total.due += n;
    if (answer) total.answered += n;
    if (answer && countsAs(measure, answer) === 'yes') total.yes += n;
    if (answer && late) total.late += n;
    if (heard) total.heard += n;
    if (heard && countsAs(measure, heard) === 'yes') total.heardYes += n;
  }
  return total;
}

/**
 * Below this many answers no share is printed, only the counts: of four answers even four yes leave an
 * interval from 51 to 100 %, and one person moves the figure by a quarter. Five is also what the
 * withholding rule for small groups uses.
 */
export const fewestForAShare = 5;

export interface Share extends Interval {
  value: number;
}

/** `part ÷ whole` with its interval, shares from 0 to 1; null where the whole is too small. */
export const shareOf = (part: number, whole: number): Share | null =>
  whole < fewestForAShare ? null : { value: part / whole, ...wilson(part, whole) };

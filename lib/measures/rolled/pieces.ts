import { addDays, type CivilDate, dayNumberOf, weekdayOf } from '@/lib/time/civil';
import type { Period } from '../period';

export type Grain = 'day' | 'week' | 'month';

/** A day, a week from Monday or a month, named by its first day. */
export interface Piece {
  grain: Grain;
  on: CivilDate;
}

/** Days between which everything lies that is kept. */
export const [firstDay, lastDay] = ['1990-01-01', '2099-12-31'] as const;

type Days = Pick<Period, 'fromOn' | 'toOn'>;

/** Of a period what can be kept; an address may name any day. */
const clamped = ({ fromOn, toOn }: Days): Days => ({
  fromOn: fromOn < firstDay ? firstDay : fromOn,
  toOn: toOn > lastDay ? lastDay : toOn,
});

/** The fewest of whole months, whole weeks and days that make up a period, each day once, in order. */
export function piecesOf(period: Days): Piece[] {
  const { fromOn, toOn } = clamped(period);
  const pieces: Piece[] = [];
  for (let on = fromOn; on <= toOn; ) {
    const piece = longestFrom(on, toOn);
    pieces.push({ grain: piece.grain, on });
    on = addDays(piece.lastOn, 1);
  }
  return pieces;
}

/** Every single day of a period. */
export function daysOf(period: Days): Piece[] {
  const { fromOn, toOn } = clamped(period);
  const length = Math.max(0, dayNumberOf(toOn) - dayNumberOf(fromOn) + 1);
  return Array.from({ length }, (_, nth) => ({ grain: 'day', on: addDays(fromOn, nth) }));
}

function longestFrom(on: CivilDate, toOn: CivilDate): { grain: Grain; lastOn: CivilDate } {
  const monthEnds = addDays(`${addDays(`${on.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1);
  if (on.endsWith('-01') && monthEnds <= toOn) return { grain: 'month', lastOn: monthEnds };
  const weekEnds = addDays(on, 6);
  // A week that begins here and runs over the end of its month may not eat into a whole month.
  const intoWhole = weekEnds > monthEnds && isWholeAfter(monthEnds, toOn);
  if (weekdayOf(on) === 1 && weekEnds <= toOn && !intoWhole) {
    return { grain: 'week', lastOn: weekEnds };
  }
  return { grain: 'day', lastOn: on };
}

/** Whether the month after a last day lies within what is asked about. */
function isWholeAfter(monthEnds: CivilDate, toOn: CivilDate): boolean {
  return addDays(`${addDays(monthEnds, 32).slice(0, 8)}01`, -1) <= toOn;
}

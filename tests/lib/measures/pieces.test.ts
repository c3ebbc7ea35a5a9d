import { expect, test } from 'vitest';
import { daysOf, type Piece, piecesOf } from '@/lib/measures/rolled/pieces';
import { addDays, type CivilDate, weekdayOf } from '@/lib/time/civil';

const days = { day: 1, week: 7 };

/** The days a piece stands for. */
function within({ grain, on }: Piece): CivilDate[] {
  if (grain !== 'month') return Array.from({ length: days[grain] }, (_, nth) => addDays(on, nth));
  const all: CivilDate[] = [];
  for (let it = on; it.slice(0, 7) === on.slice(0, 7); it = addDays(it, 1)) all.push(it);
  return all;
}

test('any period is made of whole months, weeks and days, each day once', () => {
  for (let shift = 0; shift < 40; shift++) {
    for (const length of [1, 6, 7, 8, 29, 30, 31, 45, 92, 366]) {
      const fromOn = addDays('2027-12-10', shift);
      const period = { fromOn, toOn: addDays(fromOn, length - 1) };
      const pieces = piecesOf(period);
      expect(pieces.flatMap(within)).toEqual(daysOf(period).map((it) => it.on));
      const begins = pieces.filter((it) => it.grain === 'week').map((it) => weekdayOf(it.on));
      expect(begins.every((it) => it === 1)).toBe(true);
    }
  }
});

test('a month is one, thirty days are few, and a year is twelve', () => {
  expect(piecesOf({ fromOn: '2026-02-01', toOn: '2026-02-28' })).toHaveLength(1);
  expect(piecesOf({ fromOn: '2025-12-01', toOn: '2026-11-30' })).toHaveLength(12);
  expect(piecesOf({ fromOn: '2026-10-21', toOn: '2026-11-19' }).length).toBeLessThan(14);
});

test('of days no case can lie in nothing is asked', () => {
  expect(piecesOf({ fromOn: '0100-01-01', toOn: '1989-12-31' })).toEqual([]);
  expect(daysOf({ fromOn: '2101-01-01', toOn: '2101-01-02' })).toEqual([]);
  expect(piecesOf({ fromOn: '0100-01-01', toOn: '9999-12-31' })).toHaveLength(110 * 12);
});

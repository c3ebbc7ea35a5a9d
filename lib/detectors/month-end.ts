import type { Database } from '@/lib/db/client';
import { atLeast } from '@/lib/measures/binomial';
import { civilDateOf } from '@/lib/time/civil';
import {
  chance,
  type Detector,
  type Found,
  fewest,
  type JudgedUnit,
  type Window,
} from './detector';
import { groupedBy } from './grouped';
import { type Counted, usualShare } from './like-units';
import { answersIn } from './rows';

const days = 3;

interface Answer {
  unitId: string;
  appealId: string;
  at: Date;
}

/** Whether the day is one of the last three of its month. */
const isEnd = (on: string): boolean => {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return day > new Date(Date.UTC(year, month, 0)).getUTCDate() - days;
};

/**
 * How much more the answers of a unit come in heaps than chance would have it: variance ÷ mean of the counts of
 * days with answers on them, never below 1 (a design effect; J. N. K. Rao and A. J. Scott 1992). Whoever signs
 * off once a week has fewer independent answers than answers.
 */
export function heaping(counts: readonly number[]): number {
  if (counts.length < 2) return 1;
  const mean = counts.reduce((sum, it) => sum + it, 0) / counts.length;
  const variance = counts.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (counts.length - 1);
  return Math.max(1, variance / mean);
}

/**
 * Answers on the last three days of a month, of all answers. Numbers that are made for a monthly list look like
 * this; so does a habit all units have, which is why units like it are the measure.
 */
export const monthEnd: Detector = {
  span: 'quarter',
  async find(database: Database, { quarter, zone }: Window, units: readonly JudgedUnit[]) {
    const answers = await database.$queryRaw<Answer[]>`
      SELECT r."unitId"::text, r."appealId"::text, r.at FROM (${answersIn(quarter)}) AS r`;
    const counted: Counted[] = [];
    const heaps = new Map<string, number>();
    for (const [unitId, own] of groupedBy(answers, (it) => it.unitId)) {
      const byDay = groupedBy(own, (it) => civilDateOf(it.at, zone));
      const ends = [...byDay].filter(([on]) => isEnd(on)).flatMap(([, those]) => those);
      const others = [...byDay].filter(([on]) => !isEnd(on)).map(([, those]) => those.length);
      heaps.set(unitId, heaping(others));
      counted.push({
        unitId,
        n: own.length,
        k: ends.length,
        cases: [...new Set(ends.map((it) => it.appealId))],
      });
    }
    return counted.flatMap((it): Found[] => {
      const usual = it.k >= fewest ? usualShare(it.unitId, counted, units) : null;
      if (usual === null) return [];
      const heap = heaps.get(it.unitId) ?? 1;
      const tail = atLeast(Math.round(it.n / heap), usual, Math.floor(it.k / heap));
      if (tail >= chance) return [];
      return [{ unitId: it.unitId, numbers: { n: it.n, k: it.k, usual, tail }, cases: it.cases }];
    });
  },
};

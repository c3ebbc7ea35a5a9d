import type { Database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Detector, JudgedUnit, Window } from './detector';
import { groupedBy } from './grouped';
import { beyond, type Counted, usualShare } from './like-units';
import { during, judged } from './rows';

/** A picture of staff; its look as 16 hexadecimal digits. */
export interface Picture {
  unitId: string;
  appealId: string;
  look: string;
  at: Date;
}

/** Of 64: so many bits may differ by another size, quality or a little light. */
const bits = 4;
/** Of 64 as well: a wall or the night has next to no edges, and looks like every other. */
const edges = 8;

const halves = (look: string): [number, number] => [
  Number.parseInt(look.slice(0, 8), 16) | 0,
  Number.parseInt(look.slice(8), 16) | 0,
];

/** Ones of 32 bits. */
function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Cases since `from` with a picture that looks like one of an earlier case; pictures come in order of time. */
export function shownAgain(pictures: readonly Picture[], from: Date): string[] {
  const all = pictures.flatMap((it) => {
    const [high, low] = halves(it.look);
    const set = ones(high) + ones(low);
    return set >= edges && set <= 64 - edges ? [{ ...it, high, low }] : [];
  });
  const again = new Set<string>();
  for (const [nth, one] of all.entries()) {
    if (one.at < from || again.has(one.appealId)) continue;
    for (let before = 0; before < nth; before++) {
      const other = all[before];
      if (!other || other.appealId === one.appealId) continue;
      if (ones(one.high ^ other.high) + ones(one.low ^ other.low) > bits) continue;
      again.add(one.appealId);
      break;
    }
  }
  return [...again];
}

/**
 * Cases with a picture of staff that looks like one of an earlier case of the same unit, within a year, of all its
 * cases with such pictures. Two of 2⁶⁴ looks lie within four bits by chance once in 10¹³ pairs; what makes honest
 * pictures alike is the same corner from the same place, which is why units like it are the measure.
 */
export const photoAgain: Detector = {
  span: 'quarter',
  async find(database: Database, { quarter, year }: Window, units: readonly JudgedUnit[]) {
    const pictures = await database.$queryRaw<Picture[]>`
      SELECT r."unitId"::text, p."appealId"::text, p.look, p."createdAt" AS at
      FROM "Photo" p JOIN "Appeal" a ON a.id = p."appealId"
      JOIN case_steps(p."appealId") e ON e.seq = p.seq
      JOIN "Round" r ON r."appealId" = p."appealId" AND r.number = e.round AND r."unitId" = e."unitId"
      WHERE starts_with(p.holder, 'person:') AND p.look IS NOT NULL AND ${judged}
        AND ${during(Prisma.sql`p."createdAt"`, year)}
      ORDER BY p."createdAt", p.id`;
    const counted = [...groupedBy(pictures, (it) => it.unitId)].map(([unitId, own]): Counted => {
      const shown = new Set(own.filter((it) => it.at >= quarter.from).map((it) => it.appealId));
      const cases = shownAgain(own, quarter.from);
      return { unitId, n: shown.size, k: cases.length, cases };
    });
    return beyond(counted, (it) => usualShare(it.unitId, counted, units));
  },
};

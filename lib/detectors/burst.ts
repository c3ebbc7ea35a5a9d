import type { Database } from '@/lib/db/client';
import { poissonAtLeast } from '@/lib/measures/poisson';
import { chance, type Detector, type Found, fewest, type Window } from './detector';
import { groupedBy } from './grouped';
import { verdictsIn } from './rows';

interface Said {
  unitId: string;
  appealId: string;
  device: string;
  at: Date;
  good: boolean;
}

const hourMs = 3_600_000;
/** Hours of a day in which people answer. */
const waking = 12;
/** A household may have more than one case, and answer in one sitting; a neighbour may lend a telephone. */
const household = 0.1;

/** Of one device about one unit: the most cases within an hour, by when each was judged first. */
function fullestHour(said: readonly Said[]): Said[] {
  const first = new Map<string, Said>();
  for (const it of said) if (!first.has(it.appealId)) first.set(it.appealId, it);
  const all = [...first.values()];
  let fullest: Said[] = [];
  for (const [nth, begin] of all.entries()) {
    const within = all.slice(nth).filter((it) => it.at.getTime() - begin.at.getTime() <= hourMs);
    if (within.length > fullest.length) fullest = within;
  }
  return fullest;
}

/**
 * How many there were, and what would be by chance. `elsewhere`: verdicts this device gave on other units'
 * answers, by which a device many people share is known.
 */
export function burstOf(
  said: readonly Said[],
  elsewhere: number,
  hours: number,
): { cases: Said[]; expected: number; tail: number } {
  const cases = fullestHour(said);
  const expected = household + elsewhere / hours;
  return { cases, expected, tail: poissonAtLeast(expected, cases.length) };
}

/**
 * Good verdicts on several cases of one unit from one device within an hour. A Poisson tail with an allowance for
 * households and for devices many people use; the limit is divided by the unit's verdicts, since each of them
 * might begin such an hour.
 */
export const burst: Detector = {
  span: 'quarter',
  async find(database: Database, { quarter }: Window) {
    const said = await database.$queryRaw<Said[]>`
      SELECT s."unitId"::text, s."appealId"::text, s.at, s.good, t.device
      FROM (${verdictsIn(quarter)}) AS s JOIN "VerdictTrace" t ON t."verdictId" = s.id ORDER BY s.at, s.id`;
    const hours = ((quarter.until.getTime() - quarter.from.getTime()) / (24 * hourMs)) * waking;
    const ofDevice = groupedBy(said, (it) => it.device);
    const found: Found[] = [];
    for (const [unitId, ofUnit] of groupedBy(said, (it) => it.unitId)) {
      const good = groupedBy(
        ofUnit.filter((it) => it.good),
        (it) => it.device,
      );
      const bursts = [...good].flatMap(([device, own]) => {
        const all = ofDevice.get(device) ?? [];
        const elsewhere = all.filter((it) => it.unitId !== unitId).length;
        const one = burstOf(own, elsewhere, hours);
        return one.cases.length >= fewest && one.tail * ofUnit.length < chance ? [one] : [];
      });
      const [seldomest] = bursts.toSorted((one, other) => one.tail - other.tail);
      if (!seldomest) continue;
      const { expected, tail } = seldomest;
      found.push({
        unitId,
        numbers: { n: ofUnit.length, k: seldomest.cases.length, usual: expected, tail },
        cases: [...new Set(bursts.flatMap((it) => it.cases.map((one) => one.appealId)))],
      });
    }
    return found;
  },
};

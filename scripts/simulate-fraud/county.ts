import { type Dice, dice as diceOf } from '@/prisma/seed/dice';
import { atWork, day, hour, midnight } from './calendar';
import { noRows, type Rows } from './rows';
import { topicsOf } from './texts';

/** How a unit works when nobody cheats: honest units differ, and some of it looks odd. */
export interface Habits {
  /** Cases a year. */
  cases: number;
  solved: number;
  answered: number;
  /** Calls the resident once more when it is done. */
  courtesy: number;
  /** Knows the number from elsewhere, and calls without opening it. */
  ownNotebook: number;
  visits: number;
  quick: number;
  monthEnd: number;
  fridays: boolean;
  photos: number;
  sameCorner: number;
  withdrawn: number;
  copies: number;
  /** Files for old neighbours with a telephone of its own. */
  gridWorker: boolean;
}

export interface SimUnit {
  id: string;
  kind: 'street' | 'department' | 'utility';
  path: string;
  people: string[];
  network: string;
  habits: Habits;
  topics: number[];
  /** Carriers' shared addresses around it. */
  nearby: string[];
  /** Looks of its pictures so far. */
  looks: bigint[];
  gridPhone: string;
}

export interface County {
  rows: Rows;
  dice: Dice;
  units: SimUnit[];
  from: number;
  until: number;
  /** The hall where residents are helped, its network and its one tablet. */
  hall: { network: string; device: string };
}

export interface CountySize {
  units: number;
  /** Cases a year of the middle unit. */
  cases: number;
  /** The year begins with this month. */
  year: number;
  month: number;
}

const shared = 40;

/** A county with its units, people and where they sign in, and no case yet. */
export function county(seed: number, size: CountySize): County {
  const dice = diceOf(seed);
  const rows = noRows(seed);
  const from = midnight(size.year, size.month);
  const until = midnight(size.year + 1, size.month);
  const hall = { network: 'hall', device: 'hall tablet' };
  const units = Array.from({ length: size.units }, (_, nth): SimUnit => {
    const kind: SimUnit['kind'] = nth % 9 < 4 ? 'street' : nth % 9 < 7 ? 'department' : 'utility';
    const id = rows.id();
    const path = `/sim-${nth}/`;
    // Most departments sit in one building behind one address.
    const nearby = Array.from(
      { length: 5 },
      () => `carrier ${Math.floor(dice.next() ** 2 * shared)}`,
    );
    // A village office may hang on the same carrier as everybody around it.
    const network =
      kind === 'department' && dice.often(0.6)
        ? 'county hall'
        : kind === 'street' && dice.often(0.15)
          ? (nearby[0] ?? '')
          : `office ${nth}`;
    rows.add('Unit', {
      ...{ id, code: `sim-${nth}`, name: `单位${nth}`, nameEn: `Unit ${nth}` },
      ...{ kind, parentId: null, path },
    });
    const people = Array.from({ length: 4 }, (_, of) => {
      const person = rows.id();
      rows.add('Person', {
        ...{ id: person, unitId: id, name: `某人${nth}-${of}`, login: `sim-${nth}-${of}` },
        ...{ roles: ['handler'], digest: false, createdAt: new Date(from) },
      });
      return person;
    });
    const unit = {
      ...{ id, kind, path, people, network, nearby, looks: [], topics: topicsOf(dice) },
      ...{ habits: habitsOf(dice, size, kind), gridPhone: `grid ${nth}` },
    } as const;
    signIns(rows, dice, unit, { from, until, hall: hall.network });
    return { ...unit, looks: [] };
  });
  return { rows, dice, units, from, until, hall };
}

/** Mostly low, now and then several times as much. */
const skewed = (dice: Dice, mean: number): number =>
  Math.min(0.9, mean * (0.3 + 0.7 * -Math.log(1 - dice.next() * 0.95)));

function habitsOf(dice: Dice, { cases }: CountySize, kind: SimUnit['kind']): Habits {
  return {
    cases: Math.round(cases * dice.between(0.4, 1) * (dice.often(0.15) ? 2.5 : 1.2)),
    solved: dice.between(0.6, 0.85),
    answered: dice.between(0.5, 0.75),
    courtesy: skewed(dice, 0.12),
    ownNotebook: skewed(dice, 0.05),
    visits: kind === 'street' ? 0.4 : 0.2,
    quick: skewed(dice, 0.02),
    monthEnd: dice.between(0, 0.06),
    fridays: dice.often(0.2),
    photos: dice.between(0.4, 0.7),
    sameCorner: skewed(dice, 0.02),
    withdrawn: skewed(dice, 0.04),
    copies: skewed(dice, 0.03),
    gridWorker: kind === 'street' && dice.often(0.3),
  };
}

/** Now and then from home, through an address that hundreds share; counter staff from the hall. */
function signIns(
  rows: Rows,
  dice: Dice,
  unit: Pick<SimUnit, 'people' | 'network' | 'nearby' | 'kind'>,
  { from, until, hall }: { from: number; until: number; hall: string },
): void {
  const atCounter = unit.kind === 'department' && dice.often(0.25);
  for (const personId of unit.people) {
    for (let at = from; at < until; at += dice.between(2, 8) * day) {
      const opened = atWork(at, 8) + dice.next() * hour;
      const network = dice.often(0.04)
        ? dice.pick(unit.nearby)
        : atCounter && dice.often(0.3)
          ? hall
          : unit.network;
      rows.add('Session', {
        ...{ id: rows.id(), personId, trace: network },
        ...{ createdAt: new Date(opened), expiresAt: new Date(opened + 12 * hour) },
      });
    }
  }
}

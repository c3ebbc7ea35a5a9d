import type { Dice } from '@/prisma/seed/dice';
import { atWork, day, dayOf, friday, hour, minute, monthEnd, monthOf } from './calendar';
import { type Course, nearLook, newLook, type Resident } from './case';
import type { County, SimUnit } from './county';
import { copied, words } from './texts';

/** Heat in winter, water and power in summer, and everything a little in every month. */
const seasons: Readonly<Record<SimUnit['kind'], readonly number[]>> = {
  street: [0.8, 0.7, 1, 1, 1.1, 1.1, 1.2, 1.2, 1, 1, 1, 0.9],
  department: [0.8, 0.7, 1, 1.1, 1.1, 1, 1, 1, 1.2, 1.1, 1, 1],
  utility: [1.7, 1.4, 0.9, 0.6, 0.6, 0.9, 1.3, 1.3, 0.7, 0.7, 1.6, 1.7],
};

/** Who files: most once in a year; some again; a grid worker for neighbours without a telephone. */
class Residents {
  readonly #known: Resident[] = [];
  #last = 0;

  constructor(
    readonly county: County,
    readonly unit: SimUnit,
  ) {}

  next(): Resident {
    const { dice, hall } = this.county;
    if (this.unit.habits.gridWorker && dice.often(0.02)) {
      return { phone: this.unit.gridPhone, network: this.unit.network, device: 'grid tablet' };
    }
    const before = this.#known.length > 0 && dice.often(0.12) ? dice.pick(this.#known) : null;
    if (before) return before;
    this.#last += 1;
    const name = `${this.unit.id.slice(-6)}-${this.#last}`;
    const household = this.#known.length > 0 && dice.often(0.1) ? dice.pick(this.#known) : null;
    const where = dice.weigh({ home: 0.45, carrier: 0.45, hall: 0.04, away: 0.06 });
    const network = household
      ? household.network
      : {
          home: `home ${name}`,
          carrier: dice.pick(this.unit.nearby),
          hall: hall.network,
          away: `away ${name}`,
        }[where];
    const device = where === 'hall' && !household ? hall.device : `telephone ${name}`;
    const made = { phone: `phone ${name}`, network, device };
    this.#known.push(made);
    return made;
  }
}

const days = (dice: Dice, mean: number): number => -Math.log(1 - dice.next()) * mean * day;

/** A year of one unit in which nobody cheats. */
export function honestCourses(county: County, unit: SimUnit): Course[] {
  const { dice, from, until } = county;
  const residents = new Residents(county, unit);
  const busiest = Math.max(...seasons[unit.kind]);
  const mean = seasons[unit.kind].reduce((sum, it) => sum + it, 0) / 12;
  const tries = Math.round((unit.habits.cases * busiest) / mean);
  const courses: Course[] = [];
  for (let nth = 0; nth < tries; nth++) {
    const filedAt = Math.floor(dayOf(dice.between(from, until)) + (7 + dice.next() * 15) * hour);
    if (!dice.often((seasons[unit.kind][monthOf(filedAt) - 1] ?? 1) / busiest)) continue;
    const before = courses.at(-1);
    const text =
      before && dice.often(unit.habits.copies)
        ? copied(dice, before.text)
        : words(dice, unit.topics);
    courses.push(honestCourse(county, unit, residents.next(), filedAt, text));
  }
  return [...courses, ...outages(county, unit, residents)];
}

/** When the water is off, neighbours copy each other's words, most of them on the same days. */
function outages({ dice, ...county }: County, unit: SimUnit, residents: Residents): Course[] {
  if (unit.kind !== 'utility') return [];
  return Array.from({ length: 3 }, () => {
    const first = dayOf(dice.between(county.from, county.until - 20 * day));
    const text = words(dice, unit.topics);
    return Array.from({ length: 6 }, () => {
      const filedAt = Math.floor(first + dice.between(8, 40) * hour);
      return honestCourse({ dice, ...county }, unit, residents.next(), filedAt, copied(dice, text));
    });
  }).flat();
}

/** One case as it goes where nobody cheats. */
function honestCourse(
  { dice }: County,
  unit: SimUnit,
  resident: Resident,
  filedAt: number,
  text: string,
): Course {
  const { habits } = unit;
  const assignedAt = Math.floor(atWork(filedAt + dice.next() * 3 * hour, 8.5));
  const isQuick = dice.often(habits.quick);
  const contactAt = Math.floor(
    isQuick ? assignedAt + 3 * minute : atWork(assignedAt + dice.next() * 20 * hour, 9),
  );
  const how = dice.often(habits.visits) ? ('visit' as const) : ('telephone' as const);
  const unopened = how === 'visit' || dice.often(habits.ownNotebook);
  const course: Course = {
    ...{ text, resident, filedAt, assignedAt, contact: { at: contactAt, how } },
    openedAt: unopened ? undefined : contactAt - Math.floor(dice.between(1, 6) * minute),
  };
  if (dice.often(habits.withdrawn)) {
    const after = dice.often(0.5) ? dice.next() * 2 * day : dice.between(2, 5) * day;
    return { ...course, withdrawnAt: Math.floor(contactAt + after) };
  }
  let resolvedAt = isQuick ? contactAt + 4 * minute : atWork(contactAt + days(dice, 4), 9);
  if (!isQuick && habits.fridays) resolvedAt = Math.max(resolvedAt, friday(resolvedAt));
  if (!isQuick && dice.often(habits.monthEnd)) {
    resolvedAt = Math.max(contactAt + hour, monthEnd(resolvedAt, dice.next()));
  }
  resolvedAt = Math.floor(resolvedAt + dice.next() * 20 * minute);
  const calledAgainAt = dice.often(habits.courtesy)
    ? Math.floor(resolvedAt + dice.next() * 3 * hour)
    : undefined;
  return {
    ...course,
    resolvedAt,
    calledAgainAt,
    looks: looksOf(dice, unit),
    ...answerOf(dice, unit, resident, { resolvedAt, calledAgainAt }),
  };
}

function looksOf(dice: Dice, unit: SimUnit): bigint[] {
  if (!dice.often(unit.habits.photos)) return [];
  return Array.from({ length: dice.often(0.3) ? 2 : 1 }, () => {
    const [before] = unit.looks.length > 0 ? [dice.pick(unit.looks)] : [];
    const again = before !== undefined && dice.often(unit.habits.sameCorner);
    const look = again ? nearLook(dice, before, Math.floor(dice.next() * 9)) : newLook(dice);
    unit.looks.push(look);
    return look;
  });
}

/** Most answer within a day of being asked; some at once, some because they were called. */
function answerOf(
  dice: Dice,
  { habits }: SimUnit,
  { network, device }: Resident,
  { resolvedAt, calledAgainAt }: { resolvedAt: number; calledAgainAt: number | undefined },
): Pick<Course, 'verdict' | 'heard'> {
  const solved = () =>
    dice.often(habits.solved)
      ? ('yes' as const)
      : dice.often(0.5)
        ? ('partly' as const)
        : ('no' as const);
  if (!dice.often(habits.answered)) {
    const heard = dice.often(0.4)
      ? {
          at: Math.floor(resolvedAt + dice.between(4, 9) * day),
          solved: dice.often(0.8) ? solved() : ('no' as const),
        }
      : undefined;
    return { heard };
  }
  const wait = dice.often(0.15)
    ? dice.next() * 40 * minute
    : dice.often(0.6)
      ? dice.next() * day
      : days(dice, 3);
  const called = calledAgainAt !== undefined && dice.often(0.3);
  const at = called ? calledAgainAt + dice.next() * 30 * minute : resolvedAt + minute + wait;
  return { verdict: { at: Math.floor(at), solved: solved(), network, device } };
}

import type { PersonRef, Rules, UnitRef } from '@/lib/appeals/transition';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import type { Role } from '@/lib/people/roles';
import type { Types } from './binary-rows';
import type { MadeCounty, MadeUnit } from './county';
import { diceOf } from './ids';
import { phoneOf, placeName } from './names';
import { topics } from './phrases';
import { type Shares, weighted, zipf } from './shares';
import type { Topic } from './topic';

/** What a worker is handed: plain data, so that it can be passed between threads. */
export interface Ground {
  seed: number;
  cases: number;
  county: MadeCounty;
  rules: Rules;
  /** Path of ids from the root down, by code of the category. */
  categories: ReadonlyMap<string, readonly string[]>;
  /** Steps at or after this instant have not happened. */
  until: number;
  /** Types of the columns of each table. */
  columns: Readonly<Record<string, Types>>;
  /** Last case number given out on a civil day before this run. */
  counters: ReadonlyMap<string, number>;
}

export interface Place {
  /** The street or town it lies in. */
  street: UnitRef;
  community: UnitRef;
  /** Estate, village or neighbourhood. */
  name: string;
  road: string;
}

/** The county with what is looked up all the time at hand. */
export interface Scene extends Ground {
  units: ReadonlyMap<string, UnitRef>;
  people: ReadonlyMap<string, PersonRef>;
  /** By code of an office: the unit that acts. */
  offices: ReadonlyMap<string, UnitRef>;
  /** People of a unit with a role, at least one. */
  staff(unitId: string, role: Role): readonly PersonActor[];
  /** Category ids from the root down, by the id of the last. */
  pathOf: ReadonlyMap<string, readonly string[]>;
  /** How often a unit's answer holds. */
  solves: ReadonlyMap<string, number>;
  places: Shares<Place>;
  /** Places of a street or town, by the id of its unit. */
  placesIn: ReadonlyMap<string, readonly Place[]>;
  topicsIn(month: number): Shares<Topic>;
  phone(chance: number): string;
}

const refOf = ({ id, path, name, kind }: MadeUnit): UnitRef => ({
  id,
  path,
  name,
  kind,
  closedAt: null,
});

export function sceneOf(ground: Ground): Scene {
  const { county, categories, cases } = ground;
  const units = new Map(county.units.map((it) => [it.id, refOf(it)]));
  const actors = new Map<string, PersonActor[]>();
  const people = new Map<string, PersonRef>();
  for (const { id, unitId, name, roles } of county.people) {
    const unitPath = units.get(unitId)?.path ?? '';
    people.set(id, { id, unitId, unitPath, roles, disabledAt: null, deputyId: null });
    const actor = mintPerson({ id, name, unitId, unitPath, roles });
    for (const role of roles) {
      const key = `${unitId} ${role}`;
      actors.set(key, [...(actors.get(key) ?? []), actor]);
    }
  }
  const offices = new Map(
    county.units.map((it) => [it.code.slice(it.code.indexOf('-') + 1), refOf(it)]),
  );
  const known = topics.filter((it) => categories.has(it.category));
  const monthly = Array.from({ length: 12 }, (_, month) =>
    weighted(known, (it, nth) => (it.season[month] ?? 1) / (nth + 3) ** 0.7),
  );
  const places = placesOf(county.units);
  const placesIn = new Map<string, Place[]>();
  for (const it of places) {
    placesIn.set(it.street.id, [...(placesIn.get(it.street.id) ?? []), it]);
  }
  const distinct = Math.max(50, Math.floor(cases * 0.45));
  return {
    ...ground,
    units,
    people,
    offices,
    staff: (unitId, role) => {
      const found = actors.get(`${unitId} ${role}`);
      if (!found) throw new Error(`nobody of ${unitId} is ${role}`);
      return found;
    },
    pathOf: new Map([...categories.values()].map((path) => [path.at(-1) ?? '', path])),
    solves: new Map(
      county.units.map((it, nth) => [it.id, 0.6 + 0.32 * diceOf(ground.seed ^ 0x501e, nth).next()]),
    ),
    places: zipf(places, 0.85),
    placesIn,
    topicsIn: (month) => {
      const found = monthly[month];
      if (!found) throw new RangeError(`no month ${month}`);
      return found;
    },
    // A few people call again and again, most once or twice.
    phone: (chance) => phoneOf(Math.floor(chance ** 1.6 * distinct)),
  };
}

/** Three estates to a community, each with a road. */
function placesOf(units: readonly MadeUnit[]): Place[] {
  const byId = new Map(units.map((it) => [it.id, it]));
  let nth = 0;
  return units.flatMap((unit) => {
    const above = unit.parentId ? byId.get(unit.parentId) : undefined;
    if (unit.kind !== 'community' || !above) return [];
    return ['苑', '里', '新村'].map((kind) => {
      nth += 1;
      const [street, community] = [refOf(above), refOf(unit)];
      return {
        street,
        community,
        name: `${placeName(nth * 7)}${kind}`,
        road: `${placeName(nth * 11)}路`,
      };
    });
  });
}

/** The unit that acts on a matter at a place. */
export function ownerOf({ owner }: Topic, place: Place, { offices }: Scene): UnitRef {
  return (owner === 'street' ? undefined : offices.get(owner)) ?? place.street;
}

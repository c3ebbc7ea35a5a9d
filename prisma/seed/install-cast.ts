import { hash } from '@node-rs/argon2';
import { v7 as newId } from 'uuid';
import { forgetRules } from '@/lib/appeals/rules';
import { db } from '@/lib/db/client';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import {
  type CastPerson,
  type CastUnit,
  castFallbacks,
  castPeople,
  castUnits,
  county,
  demoPassword,
} from './cast';
import { categories } from './categories';

export interface Cast {
  /** By login. */
  actors: ReadonlyMap<string, PersonActor>;
  /** Ids by code. */
  units: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
}

/** The county with its main units and people, all with the one demo password. Reference data must be in. */
export async function installCast(): Promise<Cast> {
  await db().installation.update({
    where: { id: 1 },
    data: { ...county, demo: true, setUpAt: now() },
  });
  const hotline = castUnits[0];
  await db().unit.updateMany({
    where: { code: 'hotline' },
    data: { name: hotline?.name ?? '', nameEn: hotline?.nameEn ?? '' },
  });
  const units = await installUnits(castUnits);
  const actors = await installPeople(castPeople, units);
  await installFallbacks(actors);
  return { actors, units: idsOf(units), categories: await installCategories() };
}

export interface Node {
  id: string;
  path: string;
}

/** By code, with all units there are; those already there stay as they are. */
export async function installUnits(list: readonly CastUnit[]): Promise<ReadonlyMap<string, Node>> {
  const known = await db().unit.findMany({ select: { id: true, code: true, path: true } });
  const { rows, nodes } = grown(list, known);
  await db().unit.createMany({ data: rows });
  return nodes;
}

/** By login, the people of the list; those already there stay as they are. */
export async function installPeople(
  list: readonly CastPerson[],
  units: ReadonlyMap<string, Node>,
): Promise<Map<string, PersonActor>> {
  const passwordHash = await hash(demoPassword);
  const unitOf = (code: string): Node => {
    const unit = units.get(code);
    if (!unit) throw new Error(`the cast names an unknown unit ${code}`);
    return unit;
  };
  await db().person.createMany({
    data: list.map(({ login, name, unit, roles }) => {
      const unitId = unitOf(unit).id;
      return { id: newId(), login, name, unitId, roles: [...roles], passwordHash };
    }),
    skipDuplicates: true,
  });
  const logins = list.map((it) => it.login);
  const rows = await db().person.findMany({ where: { login: { in: logins } } });
  const paths = new Map([...units.values()].map((it) => [it.id, it.path]));
  return new Map(
    rows.map((row) => [
      row.login,
      mintPerson({
        ...row,
        unitPath: paths.get(row.unitId) ?? '',
        isFallback: castFallbacks.some((it) => it === row.login),
      }),
    ]),
  );
}

async function installFallbacks(actors: ReadonlyMap<string, PersonActor>): Promise<void> {
  await db().fallback.createMany({
    data: castFallbacks.map((login, index) => ({
      place: index + 1,
      personId: actors.get(login)?.personId ?? '',
    })),
    skipDuplicates: true,
  });
  forgetRules();
}

async function installCategories(): Promise<ReadonlyMap<string, string>> {
  const known = await db().category.findMany({ select: { id: true, code: true, path: true } });
  const { rows, nodes } = grown(categories, known);
  await db().category.createMany({ data: rows });
  return idsOf(nodes);
}

/** Rows for whatever of a tree is not there yet, parents named before their children. */
function grown<Leaf extends { code: string; parent: string | null }>(
  list: readonly Leaf[],
  known: readonly (Node & { code: string })[],
) {
  const nodes = new Map<string, Node>(known.map((it) => [it.code, it]));
  const rows = list
    .filter((it) => !nodes.has(it.code))
    .map(({ parent, ...leaf }) => {
      const above = parent ? nodes.get(parent) : undefined;
      const node = { id: newId(), path: `${above?.path ?? ''}${leaf.code}/` };
      nodes.set(leaf.code, node);
      return { ...leaf, ...node, parentId: above?.id ?? null };
    });
  return { rows, nodes };
}

const idsOf = (nodes: ReadonlyMap<string, Node>): Map<string, string> =>
  new Map([...nodes].map(([code, { id }]) => [code, id]));

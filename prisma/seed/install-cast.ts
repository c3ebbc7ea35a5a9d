import { hash } from '@node-rs/argon2';
import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { castCategories, castPeople, castUnits, county, demoPassword } from './cast';

export interface Cast {
  /** By login. */
  actors: ReadonlyMap<string, PersonActor>;
  /** Ids by code. */
  units: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
}

/** The county with its units and people, all with the one demo password. Reference data must be in. */
export async function installCast(): Promise<Cast> {
  await db().installation.update({ where: { id: 1 }, data: { ...county, demo: true } });
  const units = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const { parent, ...unit } of castUnits) {
    const path = `${parent ? paths.get(parent) : ''}${unit.code}/`;
    const row = await db().unit.upsert({
      where: { code: unit.code },
      update: { name: unit.name, nameEn: unit.nameEn },
      create: { id: newId(), ...unit, path, parentId: parent ? (units.get(parent) ?? null) : null },
    });
    units.set(unit.code, row.id);
    paths.set(unit.code, row.path);
  }

  const passwordHash = await hash(demoPassword);
  const actors = new Map<string, PersonActor>();
  for (const { unit, roles, ...person } of castPeople) {
    const unitId = units.get(unit);
    if (!unitId) throw new Error(`the cast names an unknown unit ${unit}`);
    const row = await db().person.upsert({
      where: { login: person.login },
      update: {},
      create: { id: newId(), ...person, unitId, roles: [...roles], passwordHash },
    });
    actors.set(person.login, mintPerson({ ...row, unitPath: paths.get(unit) ?? '' }));
  }

  const categories = new Map<string, string>();
  for (const { parent: _, ...category } of castCategories) {
    const row = await db().category.upsert({
      where: { code: category.code },
      update: {},
      create: { id: newId(), ...category, path: `${category.code}/` },
    });
    categories.set(category.code, row.id);
  }
  return { actors, units, categories };
}

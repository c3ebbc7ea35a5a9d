import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { type Role, roleNames } from '@/lib/people/roles';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { unitId } from '../county';
import { zone } from './ways';

/** Everybody who may not learn of it, one of every role in every place; by what a test calls them. */
export type Readers = ReadonlyMap<string, PersonActor>;

async function somebody(
  role: Role,
  unit: { id: string; path: string },
  deputyId: string | null = null,
): Promise<PersonActor> {
  const id = newId();
  const person = { id, name: `${role} ${id.slice(-4)}`, unitId: unit.id, roles: [role] };
  await db().person.create({ data: { ...person, login: id, deputyId, createdAt: new Date(0) } });
  return mintPerson({ ...person, unitPath: unit.path });
}

const unitOf = (code: string) =>
  db().unit.findUniqueOrThrow({ where: { code }, select: { id: true, path: true } });

/** A community below the street that is complained of. */
export async function communityBelow(): Promise<{ id: string; path: string }> {
  const street = await unitOf('liuwan');
  const unit = { id: newId(), path: `${street.path}ankang/` };
  await db().unit.create({
    data: {
      ...unit,
      code: 'ankang',
      name: '安康里社区',
      nameEn: 'Ankangli Community',
      kind: 'community',
      parentId: unitId('liuwan'),
    },
  });
  return unit;
}

/** People of a street that is complained of, and of a community below it. */
export async function ofTheUnit(below: { id: string; path: string }): Promise<Readers> {
  const readers = new Map<string, PersonActor>();
  const street = await unitOf('liuwan');
  for (const role of roleNames) {
    readers.set(`${role} of the unit`, await somebody(role, street));
    readers.set(`${role} of a unit below`, await somebody(role, below));
  }
  return readers;
}

const placeOf: Partial<Record<Role, string>> = { leader: 'chengguan', supervisor: 'oversight' };

/** Somebody beside them who handles as well, and is nobody's business. */
export const colleague = async (): Promise<PersonActor> =>
  somebody('handler', await unitOf('housing'));

/**
 * People named in person, all away today, and whoever stands in for each. The leader works elsewhere than
 * the others, since naming a leader bars the unit; the supervisor where nobody had the case.
 */
export async function named(): Promise<{ readers: Readers; personIds: string[] }> {
  const readers = new Map<string, PersonActor>();
  const personIds: string[] = [];
  const today = civilDateOf(new Date(), zone);
  for (const role of roleNames) {
    const deputy = await somebody(role, await unitOf('heating'));
    const place = await unitOf(placeOf[role] ?? 'housing');
    const person = await somebody(role, place, deputy.personId);
    await db().absence.create({
      data: {
        id: newId(),
        personId: person.personId,
        fromOn: today,
        untilOn: addDays(today, 3),
        createdAt: new Date(0),
      },
    });
    readers.set(`${role} named in person`, person);
    readers.set(`${role} who stands in for one named`, deputy);
    personIds.push(person.personId);
  }
  return { readers, personIds };
}

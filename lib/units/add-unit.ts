import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import type { PersonActor } from '@/lib/people/actor';
import { nameIsFree, openUnit } from './find-unit';
import { against, changeOrganisation, type Outcome } from './organisation';
import { pathUnder } from './tree';
import type { NewUnit } from './unit-fields';

/** @returns the id of the new unit. */
export function addUnit(given: NewUnit, by: PersonActor): Promise<Outcome<string>> {
  return changeOrganisation(async (transaction) => {
    const { code, name, nameEn, kind } = given;
    const parent = given.parentId ? await openUnit(transaction, given.parentId, 'parentId') : null;
    const taken = await transaction.unit.findUnique({ where: { code }, select: { name: true } });
    if (taken) against('code', 'codeTaken', { name: taken.name });
    const parentId = parent?.id ?? null;
    await nameIsFree(transaction, { id: null, name, parentId });
    const id = newId();
    await transaction.unit.create({
      data: { id, code, name, nameEn, kind, parentId, path: pathUnder(parent?.path ?? null, code) },
    });
    await recordChange(transaction, by, {
      subject: 'unit',
      subjectId: id,
      name,
      action: 'added',
      after: { code, name, nameEn, kind, parent: parent?.name ?? null },
    });
    return id;
  });
}

import { recordChange } from '@/lib/audit/record-change';
import type { PersonActor } from '@/lib/people/actor';
import { lockUnit, nameIsFree, openUnit } from './find-unit';
import { against, changeOrganisation, type OneAtATime, type Outcome } from './organisation';
import { repath } from './repath';
import { pathUnder, within } from './tree';

/** Under another parent, or to the top; everything below goes along. */
export function moveUnitWith(guard: OneAtATime) {
  return (id: string, parentId: string | null, by: PersonActor): Promise<Outcome> =>
    changeOrganisation(async (transaction) => {
      const unit = await lockUnit(transaction, id);
      if (unit.parentId === parentId) return;
      const parent = parentId ? await openUnit(transaction, parentId, 'parentId') : null;
      if (parent && within(parent.path, unit.path)) {
        against('parentId', 'circular', { name: unit.name, parent: parent.name });
      }
      await nameIsFree(transaction, { id, name: unit.name, parentId });
      const before = unit.parentId
        ? await transaction.unit.findUnique({ where: { id: unit.parentId } })
        : null;
      await transaction.unit.update({ where: { id }, data: { parentId } });
      const to = pathUnder(parent?.path ?? null, unit.code);
      await repath(transaction, { from: unit.path, to });
      await recordChange(transaction, by, {
        subject: 'unit',
        subjectId: id,
        name: unit.name,
        action: 'moved',
        before: { parent: before?.name ?? null },
        after: { parent: parent?.name ?? null },
      });
    }, guard);
}

export const moveUnit = moveUnitWith({ lock: true });

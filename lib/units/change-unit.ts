import { recordChange } from '@/lib/audit/record-change';
import type { PersonActor } from '@/lib/people/actor';
import { lockUnit, nameIsFree } from './find-unit';
import { hotlineRemains } from './hotline-remains';
import { changeOrganisation, type Outcome } from './organisation';
import type { UnitFacts } from './unit-fields';

/** Names and kind; what it was called before stays in the log of changes. */
export function changeUnit(
  id: string,
  { name, nameEn, kind }: UnitFacts,
  by: PersonActor,
): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const unit = await lockUnit(transaction, id);
    if (unit.name === name && unit.nameEn === nameEn && unit.kind === kind) return;
    if (unit.name !== name) await nameIsFree(transaction, { ...unit, name });
    await transaction.unit.update({ where: { id }, data: { name, nameEn, kind } });
    await hotlineRemains(transaction, 'kind');
    await recordChange(transaction, by, {
      subject: 'unit',
      subjectId: id,
      name,
      action: 'changed',
      before: { name: unit.name, nameEn: unit.nameEn, kind: unit.kind },
      after: { name, nameEn, kind },
    });
  });
}

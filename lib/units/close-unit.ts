import { recordChange } from '@/lib/audit/record-change';
import { entriesNaming } from '@/lib/catalogue/hand-on-entries';
import type { Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import { lockUnit, nameIsFree, openUnit } from './find-unit';
import { heldBy } from './held';
import { hotlineRemains } from './hotline-remains';
import { Against, against, changeOrganisation, type Outcome } from './organisation';

/** Closed for new appeals; refused while it has open cases, people or open units below it. */
export function closeUnit(id: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const unit = await lockUnit(transaction, id);
    if (unit.closedAt) return;
    const { more, ...counts } = await heldBy(transaction, id, by);
    const held = Object.entries(counts).filter(([, count]) => count > 0);
    const problems = held.map(([what, count]) => ({
      field: null,
      code: `has${what.charAt(0).toUpperCase()}${what.slice(1)}`,
      values: { count },
    }));
    if (problems.length > 0) throw new Against(problems);
    if (more) against(null, 'hasWork');
    await leadsNothing(transaction, id);
    const closedAt = await databaseClock(transaction);
    await transaction.unit.update({ where: { id }, data: { closedAt } });
    await hotlineRemains(transaction);
    await recordChange(transaction, by, {
      subject: 'unit',
      subjectId: id,
      name: unit.name,
      action: 'closed',
    });
  });
}

/** What the catalogue or an address gives to a closed unit would find nobody. */
async function leadsNothing(transaction: Transaction, id: string): Promise<void> {
  const entries = (await entriesNaming(transaction, id)).length;
  if (entries > 0) against(null, 'hasEntries', { count: entries });
  const areas = await transaction.area.count({ where: { unitId: id, retiredAt: null } });
  if (areas > 0) against(null, 'hasAreas', { count: areas });
}

/** Open again, under a parent that is open. Whatever it was merged into keeps what it took over. */
export function reopenUnit(id: string, by: PersonActor): Promise<Outcome> {
  return changeOrganisation(async (transaction) => {
    const unit = await lockUnit(transaction, id);
    if (!unit.closedAt) return;
    if (unit.parentId) {
      const parent = await openUnit(transaction, unit.parentId, 'parentId').catch(() => null);
      if (!parent) against(null, 'parentClosed');
    }
    await nameIsFree(transaction, unit);
    await transaction.unit.update({ where: { id }, data: { closedAt: null, mergedIntoId: null } });
    await recordChange(transaction, by, {
      subject: 'unit',
      subjectId: id,
      name: unit.name,
      action: 'reopened',
    });
  });
}

import { recordChange } from '@/lib/audit/record-change';
import { handOnEntries } from '@/lib/catalogue/hand-on-entries';
import type { Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import { handOnAreas } from '@/lib/places/hand-on-areas';
import { lockUnit, openUnit } from './find-unit';
import { heldBy } from './held';
import { hotlineRemains } from './hotline-remains';
import { against, changeOrganisation, type Outcome } from './organisation';
import { repath } from './repath';
import { pathUnder, within } from './tree';

export interface Merged {
  people: number;
  children: number;
}

/**
 * One unit takes over another: people and the units below move, the old one is closed and says where
 * its work went. Refused while it has open cases: who takes a case over is decided case by case, by a
 * dispatcher, and told to the resident. What it did before stays under its own name.
 */
export function mergeUnit(id: string, intoId: string, by: PersonActor): Promise<Outcome<Merged>> {
  return changeOrganisation(async (transaction) => {
    const unit = await lockUnit(transaction, id);
    if (unit.closedAt) against(null, 'alreadyClosed');
    const into = await openUnit(transaction, intoId, 'intoId');
    if (into.id === id) against('intoId', 'mergeIntoItself');
    if (within(into.path, unit.path)) against('intoId', 'mergeIntoBelow', { name: into.name });
    const { cases, more } = await heldBy(transaction, id, by);
    if (cases > 0) against(null, 'hasCases', { count: cases });
    if (more) against(null, 'hasWork');
    const people = await movePeople(transaction, unit, into, by);
    const children = await moveChildren(transaction, unit, into, by);
    await barWith(transaction, unit, into);
    const entries = await handOnEntries(transaction, unit.id, into, by);
    const areas = await handOnAreas(transaction, unit.id, into.id, by);
    await transaction.unit.update({
      where: { id },
      data: { closedAt: await databaseClock(transaction), mergedIntoId: into.id },
    });
    await hotlineRemains(transaction);
    await recordChange(transaction, by, {
      subject: 'unit',
      subjectId: id,
      name: unit.name,
      action: 'merged',
      after: { into: into.name, people, children, entries, areas },
    });
    return { people, children };
  });
}

type Place = { id: string; name: string; path: string };

async function movePeople(transaction: Transaction, from: Place, to: Place, by: PersonActor) {
  const people = await transaction.person.findMany({
    where: { unitId: from.id, disabledAt: null },
    select: { id: true, name: true },
  });
  await transaction.person.updateMany({
    where: { id: { in: people.map((it) => it.id) } },
    data: { unitId: to.id },
  });
  for (const { id, name } of people) {
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: id,
      name,
      action: 'moved',
      before: { unit: from.name },
      after: { unit: to.name },
    });
  }
  return people.length;
}

/** What the old unit was barred from, its people are barred from where they are now. */
async function barWith(transaction: Transaction, from: Place, to: Place): Promise<void> {
  await transaction.recusal.updateMany({
    where: { unitId: from.id },
    data: { unitId: to.id, unitPath: to.path },
  });
}

async function moveChildren(transaction: Transaction, from: Place, to: Place, by: PersonActor) {
  const children = await transaction.unit.findMany({ where: { parentId: from.id } });
  for (const child of children) {
    if (!child.closedAt) {
      const twin = await transaction.unit.findFirst({
        where: { parentId: to.id, name: child.name, closedAt: null },
      });
      if (twin) against('intoId', 'sameChild', { name: child.name });
    }
    await transaction.unit.update({ where: { id: child.id }, data: { parentId: to.id } });
    await repath(transaction, { from: child.path, to: pathUnder(to.path, child.code) });
    await recordChange(transaction, by, {
      subject: 'unit',
      subjectId: child.id,
      name: child.name,
      action: 'moved',
      before: { parent: from.name },
      after: { parent: to.name },
    });
  }
  return children.length;
}

import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { type AreaFacts, againstArea, type KnownArea, sameArea } from './area';
import { keysOf } from './place-keys';
import { readAreas } from './read-areas';

/** One change of areas after another, and none while units close or merge. */
export const lockAreas = (transaction: Transaction) =>
  transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisation'))`;

/** Writes one area, new or over the one with this id. Whether it may be is asked before. */
export async function writeArea(
  transaction: Transaction,
  id: string | null,
  { unitId, name, aliases, outline }: AreaFacts,
  by: PersonActor | null,
): Promise<void> {
  const before = id
    ? await transaction.area.findUniqueOrThrow({ where: { id }, include: { unit: true } })
    : null;
  const unit = await transaction.unit.findUniqueOrThrow({ where: { id: unitId } });
  const data = {
    unitId,
    name,
    aliases: [...aliases],
    keys: keysOf(name, aliases),
    outline: outline ?? Prisma.DbNull,
  };
  const own = id ?? newId();
  if (id) await transaction.area.update({ where: { id }, data });
  else await transaction.area.create({ data: { id: own, ...data } });
  await recordChange(transaction, by, {
    subject: 'area',
    subjectId: own,
    name,
    action: before ? 'changed' : 'added',
    ...(before
      ? {
          before: {
            name: before.name,
            ofUnit: before.unit.name,
            aliases: before.aliases,
            outline: before.outline !== null,
          },
        }
      : {}),
    after: { name, ofUnit: unit.name, aliases: [...aliases], outline: outline !== null },
  });
}

export function saveArea(
  id: string | null,
  facts: AreaFacts,
  by: PersonActor,
): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockAreas(transaction);
    const areas = await readAreas(transaction);
    const own = areas.find((it) => it.id === id);
    if (id && !own) return [{ field: null, code: 'areaGone' }];
    const unit = await transaction.unit.findUnique({ where: { id: facts.unitId } });
    if (!unit || unit.closedAt) return [{ field: 'unitId', code: 'unknownUnit' }];
    if (own && sameArea(own, facts)) return [{ field: null, code: 'nothingNew' }];
    const others: KnownArea[] = areas.filter((it) => it !== own);
    const problems = againstArea({ ...facts, unitPath: unit.path }, others);
    if (problems.length > 0) return problems;
    await writeArea(transaction, id, facts, by);
    return [];
  });
}

export function retireArea(id: string, by: PersonActor): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    await lockAreas(transaction);
    const area = await transaction.area.findFirst({ where: { id, retiredAt: null } });
    if (!area) return [{ field: null, code: 'areaGone' }];
    const retiredAt = await databaseClock(transaction);
    await transaction.area.update({ where: { id }, data: { retiredAt } });
    await recordChange(transaction, by, {
      subject: 'area',
      subjectId: id,
      name: area.name,
      action: 'retired',
    });
    return [];
  });
}

import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { type ActiveLimit, whyNotLimit, whyNotRetireLimit } from './limit-checks';
import { readLimits, readRuleSet } from './limit-queries';

export type NewLimit = Omit<ActiveLimit, 'id'>;

const gone: FormProblem[] = [{ field: null, code: 'notFound' }];

/** One administrator at a time: two could each retire what the other takes to be the last. */
export async function lockRules(transaction: Transaction): Promise<string> {
  await transaction.$queryRaw`SELECT id FROM "Installation" WHERE id = 1 FOR UPDATE`;
  return readRuleSet(transaction);
}

type Work = (
  rows: readonly ActiveLimit[],
  ruleSet: string,
  transaction: Transaction,
) => Promise<FormProblem[]>;

const onLimits = (work: Work): Promise<FormProblem[]> =>
  db().$transaction(async (transaction) => {
    const ruleSet = await lockRules(transaction);
    return work(await readLimits(ruleSet, transaction), ruleSet, transaction);
  });

/** As the log keeps a limit: with the category's name, for ids tell a reader nothing. */
async function factsOf(transaction: Transaction, row: NewLimit) {
  const category = row.categoryId
    ? await transaction.category.findUnique({ where: { id: row.categoryId } })
    : null;
  const { kind, urgency, amount, unit, source, statutory, level } = row;
  return {
    clock: kind,
    urgency,
    category: category?.name ?? null,
    amount,
    timeUnit: unit,
    source,
    statutory,
    level,
  };
}

export function addLimit(actor: PersonActor, fresh: NewLimit): Promise<FormProblem[]> {
  return onLimits(async (rows, ruleSet, transaction) => {
    if (fresh.categoryId) {
      const category = await transaction.category.findUnique({ where: { id: fresh.categoryId } });
      if (!category) return [{ field: 'categoryId', code: 'wrongChoice' }];
    }
    const problems = whyNotLimit(rows, fresh);
    if (problems.length > 0) return problems;
    const id = newId();
    await transaction.limit.create({ data: { id, ruleSet, ...fresh } });
    await recordChange(transaction, actor, {
      subject: 'limit',
      subjectId: id,
      name: fresh.kind,
      action: 'added',
      after: await factsOf(transaction, fresh),
    });
    return [];
  });
}

export type LimitTerms = Pick<NewLimit, 'amount' | 'unit' | 'source' | 'statutory' | 'level'>;

/**
 * What a limit speaks of stays; how long it is changes. The old row is retired and a new one stands in
 * its place, so that the log can always show what was in force when. Clocks keep their copy.
 */
export function changeLimit(
  actor: PersonActor,
  id: string,
  terms: LimitTerms,
): Promise<FormProblem[]> {
  return onLimits(async (rows, ruleSet, transaction) => {
    const old = rows.find((it) => it.id === id);
    if (!old) return gone;
    const { id: _, ...was } = old;
    const fresh = { ...was, ...terms };
    const problems = whyNotLimit(rows, fresh, id);
    if (problems.length > 0) return problems;
    const before = await factsOf(transaction, was);
    const after = await factsOf(transaction, fresh);
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const retiredAt = await databaseClock(transaction);
    await transaction.limit.update({ where: { id }, data: { retiredAt } });
    const nextId = newId();
    await transaction.limit.create({ data: { id: nextId, ruleSet, ...fresh } });
    await recordChange(transaction, actor, {
      subject: 'limit',
      subjectId: nextId,
      name: old.kind,
      action: 'changed',
      before,
      after,
    });
    return [];
  });
}

export function retireLimit(actor: PersonActor, id: string): Promise<FormProblem[]> {
  return onLimits(async (rows, _, transaction) => {
    const old = rows.find((it) => it.id === id);
    if (!old) return gone;
    const problems = whyNotRetireLimit(rows, id);
    if (problems.length > 0) return problems;
    const retiredAt = await databaseClock(transaction);
    await transaction.limit.update({ where: { id }, data: { retiredAt } });
    await recordChange(transaction, actor, {
      subject: 'limit',
      subjectId: id,
      name: old.kind,
      action: 'retired',
      before: await factsOf(transaction, old),
    });
    return [];
  });
}

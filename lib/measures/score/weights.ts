import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { paragraph, tick, wholeNumber } from '@/lib/fields';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { type HeadlineKey, headlineKeys } from '../define';
import type { Weights } from './score-of';

/** One set of weights: what, whether it is used, who set it, when and why. */
export interface WeightSet extends Weights {
  nth: number;
  on: boolean;
  grounds: string;
  by: string;
  at: Date;
}

/** Every set there ever was, the newest first. */
export async function readWeightSets(): Promise<WeightSet[]> {
  const rows = await db().scoreWeights.findMany({
    include: { person: { select: { name: true } } },
    orderBy: { nth: 'desc' },
  });
  return rows.map(({ person, personId: _, ...row }) => ({ ...row, by: person.name }));
}

/**
 * The weights by which a score of what ended at `until` is made: those in force then, so that nobody chooses weights
 * once the rates are known. Null where none were, or the score was off.
 */
export async function weightsAt(until: Date): Promise<WeightSet | null> {
  const set = (await readWeightSets()).find((it) => it.at < until);
  return set?.on ? set : null;
}

export const weightInput = z.object({
  /** The number of sets there were when the form was opened. */
  nth: wholeNumber(0, 100_000),
  response: wholeNumber(0, 100),
  solved: wholeNumber(0, 100),
  satisfiedResult: wholeNumber(0, 100),
  satisfiedHandling: wholeNumber(0, 100),
  on: tick(),
  grounds: paragraph(1000, { min: 10 }),
});

const sumOf = (weights: Weights): number =>
  headlineKeys.reduce((sum, key) => sum + weights[key], 0);

/** Adds a set, which counts from now on; of two who save at once the second is told. */
export function saveWeights(
  actor: PersonActor,
  { nth, ...given }: z.output<typeof weightInput>,
): Promise<FormProblem | null> {
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('score weights'))`;
    const before = await transaction.scoreWeights.findFirst({ orderBy: { nth: 'desc' } });
    if ((before?.nth ?? 0) !== nth) return { field: null, code: 'changedMeanwhile' };
    if (sumOf(given) !== 100) {
      return { field: 'response', code: 'notHundred', values: { sum: sumOf(given) } };
    }
    const at = await databaseClock(transaction);
    const after = await transaction.scoreWeights.create({
      data: { nth: nth + 1, ...given, personId: actor.personId, at },
    });
    await recordChange(transaction, actor, {
      subject: 'scoreWeights',
      subjectId: `${after.nth}`,
      name: headlineKeys.map((key) => after[key]).join('/'),
      action: before ? 'changed' : 'added',
      ...(before && { before: factsOf(before) }),
      after: factsOf(after),
    });
    return null;
  });
}

const factsOf = (it: Record<HeadlineKey, number> & { on: boolean; grounds: string }) => ({
  enabled: it.on,
  weighs: headlineKeys.map((key) => `${it[key]}`),
  basis: it.grounds,
});

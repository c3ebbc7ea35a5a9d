import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import { choice, line, tick, wholeNumber } from '@/lib/fields';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import {
  countsNothing,
  leastThreshold,
  mostThreshold,
  type RuledCause,
  ruledCauses,
} from './supervision-causes';

export interface SupervisionRule {
  id: string;
  cause: RuledCause;
  threshold: number;
  level: number;
  enabled: boolean;
  source: string;
}

const isRuled = (cause: string): cause is RuledCause => ruledCauses.some((it) => it === cause);

/** By cause, in the order of the table of causes, then by threshold. */
export async function readSupervisionRules(): Promise<SupervisionRule[]> {
  const rows = await db().supervisionRule.findMany({ orderBy: { threshold: 'asc' } });
  return ruledCauses.flatMap((cause) =>
    rows.flatMap((it) => (it.cause === cause ? [{ ...it, cause }] : [])),
  );
}

export async function readSupervisionRule(id: string): Promise<SupervisionRule | null> {
  const found = await db().supervisionRule.findUnique({ where: { id } });
  return found && isRuled(found.cause) ? { ...found, cause: found.cause } : null;
}

/** What a rule of this cause asks. */
export const ruleInput = (cause: RuledCause) =>
  z.object({
    threshold: countsNothing(cause)
      ? z.preprocess(() => 0, z.number())
      : wholeNumber(leastThreshold(cause), mostThreshold),
    level: choice(['1', '2', '3']).transform(Number),
    enabled: tick(),
    source: line(200),
  });

type Given = z.output<ReturnType<typeof ruleInput>>;

const doubled: FormProblem = { field: 'threshold', code: 'ruleDoubled' };
const gone: FormProblem = { field: null, code: 'ruleGone' };

/** Adds a rule, or changes the one with the id; a rule is switched off and never deleted. */
export async function saveRule(
  actor: PersonActor,
  cause: RuledCause,
  id: string | null,
  given: Given,
): Promise<FormProblem | null> {
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('supervision rules'))`;
    const { threshold } = given;
    const before = id
      ? await transaction.supervisionRule.findUnique({ where: { id, cause } })
      : null;
    if (id && !before) return gone;
    const twin = await transaction.supervisionRule.findUnique({
      where: { cause_threshold: { cause, threshold } },
    });
    if (twin && twin.id !== id) return countsNothing(cause) ? { ...doubled, field: null } : doubled;
    const after = before
      ? await transaction.supervisionRule.update({ where: { id: before.id }, data: given })
      : await transaction.supervisionRule.create({ data: { id: newId(), cause, ...given } });
    await recordChange(transaction, actor, {
      subject: 'supervisionRule',
      subjectId: after.id,
      name: `${cause} ${threshold}`,
      action: before ? 'changed' : 'added',
      ...(before && { before: factsOf(before) }),
      after: factsOf(after),
    });
    return null;
  });
}

const factsOf = ({
  cause,
  threshold,
  level,
  enabled,
  source,
}: Omit<SupervisionRule, 'cause'> & { cause: string }) => ({
  cause,
  threshold,
  level,
  enabled,
  source,
});

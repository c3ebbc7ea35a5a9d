import { planned, type Transaction } from '@/lib/db/client';
import type { Verb } from './lifecycle';
import { transitions } from './transitions';

/** Steps that also write what stands under another appeal's lock: a merged case's promise, whom it bars. */
const withTarget: readonly Verb[] = ['repromise', 'recuse'];

/** The second appeal of a step that touches two: named by the form, or by the merge that stands. */
export async function otherOf(
  transaction: Transaction,
  step: { appealId: string; verb: Verb; input: unknown },
): Promise<string | null> {
  if (step.verb === 'merge') {
    const parsed = transitions.merge.input.safeParse(step.input);
    if (!parsed.success) return null;
    const { number } = parsed.data as { number: string };
    const found = await transaction.appeal.findUnique({
      where: { caseNumber: number },
      select: { id: true },
    });
    return found && found.id !== step.appealId ? found.id : null;
  }
  if (step.verb !== 'unmerge' && !withTarget.includes(step.verb)) return null;
  const standing = await transaction.merge.findFirst({
    where: { sourceId: step.appealId, untilAt: null },
    select: { targetId: true },
  });
  return standing?.targetId ?? null;
}

/** Appeals are always locked in the order of their ids: two steps that touch the same two wait, never lock. */
export async function lockAppeals(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const [one, ...others] = ids;
  // One at a time mostly, and of a list nobody can plan how long it will be.
  if (one && others.length === 0) {
    await transaction.$queryRaw`${planned}
      SELECT id FROM "Appeal" WHERE id = ${one}::uuid FOR UPDATE`;
  } else {
    await transaction.$queryRaw`
      SELECT id FROM "Appeal" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  }
}

import { perform } from '@/lib/appeals/perform';
import { appealIdOf } from '@/lib/appeals/queries/appeal-id';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import type { PersonActor } from '@/lib/people/actor';
import type { BulkCase, BulkInput, BulkVerb } from './bulk';

export interface BulkOutcome {
  done: string[];
  refused: { caseNumber: string; refusal: Refusal }[];
}

/**
 * Takes the step for each case by itself: what speaks against one holds up no other. Each has its own
 * form key, so that sending the same confirmation again finishes what was begun and repeats nothing.
 */
export async function performBulk(
  actor: PersonActor,
  verb: BulkVerb,
  input: BulkInput,
  cases: readonly BulkCase[],
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (const { caseNumber, step, formKey } of cases) {
    const appealId = await appealIdOf(caseNumber);
    const done = appealId
      ? await perform({ appealId, verb, input, step, formKey }, actor)
      : refuse('notFound');
    if (done.ok) outcome.done.push(caseNumber);
    else outcome.refused.push({ caseNumber, refusal: done });
  }
  return outcome;
}

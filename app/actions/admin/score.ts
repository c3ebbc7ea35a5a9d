'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { saveWeights, weightInput } from '@/lib/measures/score/weights';
import { powerAgainst } from '@/lib/people/administering';

/** Sets what the headline rates weigh from now on. Keep the signature. */
export async function setScoreWeights(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  const against = powerAgainst(actor, 'score');
  if (!actor || against) {
    return refused(state, entries, [{ field: null, code: against ?? 'signedOut' }]);
  }
  const given = weightInput.safeParse(entries);
  if (!given.success) return refused(state, entries, problemsOf(given.error));
  const problem = await saveWeights(actor, given.data);
  if (problem) return refused(state, entries, [problem]);
  redirect('/admin/score?done=saved');
}

'use server';

import { redirect } from 'next/navigation';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { currentActor } from '@/lib/auth/session';
import { isBulkVerb, readBulkCases, readBulkInput } from '@/lib/desk/bulk';
import { performBulk } from '@/lib/desk/perform-bulk';
import { type FormState, readForm, refused } from '@/lib/forms';

/**
 * Takes a previewed step for each of its cases and shows what became of them. The preview gives no
 * right: `perform` judges every case anew.
 */
export async function takeInBulk(
  verb: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: string) => refused(state, entries, [{ field: null, code }]);
  const actor = await currentActor();
  if (!actor) return no('signedOut');
  const cases = readBulkCases(entries.case);
  const input = isBulkVerb(verb) ? readBulkInput(verb, entries) : null;
  if (!isBulkVerb(verb) || !cases || !input) return no('notReadable');
  const { done, refused: not } = await performBulk(actor, verb, input, cases);
  const query = new URLSearchParams([
    ['verb', verb],
    ...done.map((it) => ['done', it]),
    ...not.map(({ caseNumber, refusal }) => {
      const [problem] = problemsOfRefusal(refusal);
      return ['not', `${caseNumber}.${problem?.code ?? refusal.code}`];
    }),
  ]);
  redirect(`/desk/bulk/done?${query}`);
}

'use server';

import { redirect } from 'next/navigation';
import { minutesUntil } from '@/lib/auth/limiter';
import { currentActor } from '@/lib/auth/session';
import { type SearchRefusal, searchCaller } from '@/lib/contacts/find-caller';
import { entryOf, type FormProblem, type FormState, readForm, refused } from '@/lib/forms';

/** A telephone number → its cases. The address one is led to names the search, never the number. */
export async function findCaller(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  const searched = await searchCaller(actor, { phone: entryOf(entries, 'phone') });
  if (!searched.ok) return refused(state, entries, problemsOf(searched));
  redirect(`/desk/callers?search=${searched.lookupId}`);
}

function problemsOf(refusal: SearchRefusal): FormProblem[] {
  const { code } = refusal;
  if (code === 'badInput') return refusal.problems;
  if (code === 'notYours') return [{ field: null, code }];
  return [{ field: null, code, values: { minutes: minutesUntil(refusal.until) } }];
}

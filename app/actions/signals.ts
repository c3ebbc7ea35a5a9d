'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { recordFinding } from '@/lib/detectors/signals';
import { entryOf, type FormState, readForm, refused } from '@/lib/forms';

/** Writes down what somebody found about a signal. Keep the signature. */
export async function lookInto(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: string) => refused(state, entries, [{ field: null, code }]);
  const actor = await currentActor();
  if (!actor) return no('signedOut');
  const id = entryOf(entries, 'signal');
  const done = await recordFinding(actor, id, entries);
  if (done.ok) redirect(`/supervision/signals/${id}`);
  return done.code === 'badInput' ? refused(state, entries, done.problems) : no(done.code);
}

'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { entryOf, type FormState, readForm, refused } from '@/lib/forms';
import { markPair } from '@/lib/lasting/strike';

/** Strikes a possible after-effect off, or puts it back. Keep the signature. */
export async function markAfterEffect(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: string) => refused(state, entries, [{ field: null, code }]);
  const actor = await currentActor();
  if (!actor) return no('signedOut');
  const [roundId, laterId] = [entryOf(entries, 'round'), entryOf(entries, 'later')];
  const done = await markPair(actor, roundId, laterId, entries);
  if (done.ok) redirect(`/supervision/lasting/${roundId}/${laterId}`);
  return done.code === 'badInput' ? refused(state, entries, done.problems) : no(done.code);
}

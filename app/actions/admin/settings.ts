'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { sentMark } from '@/lib/installation/mark';
import { changeSettings, organisationInput, settingsInput } from '@/lib/installation/settings';
import { powerAgainst } from '@/lib/people/administering';

/** What an organisation says about itself: as the first step of set-up, or later. Keep the signature. */
export async function saveSettings(
  place: 'set-up' | 'settings',
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const actor = await currentActor();
  const against = powerAgainst(actor, place === 'settings' ? 'organisation' : 'setUp');
  if (!actor || against) {
    return refused(state, entries, [{ field: null, code: against ?? 'signedOut' }]);
  }
  const given = (place === 'settings' ? settingsInput : organisationInput).safeParse(entries);
  const { mark, problem } = await sentMark(data);
  if (!given.success || problem) {
    const problems = given.success ? [] : problemsOf(given.error);
    return refused(state, entries, problem ? [...problems, problem] : problems);
  }
  await changeSettings(actor, given.data, mark);
  redirect(place === 'settings' ? '/admin/settings?done=saved' : '/set-up/rules');
}
